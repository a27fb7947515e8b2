import { jsonLanguage } from "@codemirror/lang-json";

/** Keys and positions that lead to a value: `["blocks", 1, "rows", 0]`. */
export type JsonPath = readonly (string | number)[];

/** A path as the messages of a broken document tell it: `blocks.1.rows.0.label`. */
export const pathOfProperty = (property: string): JsonPath =>
  property === "" ? [] : property.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));

type Node = ReturnType<typeof jsonLanguage.parser.parse>["topNode"];

const values = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

const childrenOf = (node: Node): readonly Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/** Where a value stands in a JSON text, with its key; the innermost of the path that is there. Undefined for an empty text. */
export function rangeOfPath(text: string, path: JsonPath): { readonly from: number; readonly to: number } | undefined {
  const top = childrenOf(jsonLanguage.parser.parse(text).topNode).find(({ name }) => values.has(name));
  if (!top) return undefined;
  let value = top;
  let shown = top;
  for (const key of path) {
    if (value.name === "Array" && typeof key === "number") {
      const item = childrenOf(value).filter(({ name }) => values.has(name))[key];
      if (!item) break;
      value = item;
      shown = item;
      continue;
    }
    const property = childrenOf(value).find((child) => child.name === "Property" && keyOf(child, text) === String(key));
    const inner = property && childrenOf(property).find(({ name }) => values.has(name));
    if (!property || !inner) break;
    value = inner;
    shown = property;
  }
  // Of something large its beginning is enough to be seen.
  const end = text.indexOf("\n", shown.from);
  return { from: shown.from, to: end < 0 ? shown.to : Math.min(shown.to, Math.max(end, shown.from + 1)) };
}

function keyOf(property: Node, text: string): string | undefined {
  const name = property.getChild("PropertyName");
  if (!name) return undefined;
  try {
    return String(JSON.parse(text.slice(name.from, name.to)));
  } catch {
    return undefined;
  }
}

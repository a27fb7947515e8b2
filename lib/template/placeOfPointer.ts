/** Where a JSON pointer leads in a template that may be broken. */
export interface TemplatePlace {
  /** Id path of the innermost part that has an id, else the pointer of the innermost part; `""` for the template itself. */
  readonly at: string;
  /** What the pointer names inside that part: `label.vi`; `""` for the part itself. */
  readonly property: string;
}

const idPattern = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** Lists whose items are parts of the document that a person can be shown. */
const partLists = new Set(["blocks", "rows", "columns", "fields", "cells", "checks"]);

/** Follows a pointer through blocks, rows, columns, cells, checks and fields, and names the innermost by its ids. */
export function placeOfPointer(document: unknown, pointer: string): TemplatePlace {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  let node = document;
  let at = "";
  let depth = 0;
  for (let i = 0; i + 1 < keys.length; i += 2) {
    const list = keys[i] ?? "";
    if (!partLists.has(list)) break;
    node = memberOf(memberOf(node, list), keys[i + 1] ?? "");
    depth = i + 2;
    // Once a part has no id, what lies in it can only be told by its position.
    const named = at.startsWith("/") ? undefined : idPath(at, list, node);
    at = named ?? `/${keys.slice(0, depth).join("/")}`;
  }
  return { at, property: keys.slice(depth).join(".") };
}

function idPath(parent: string, list: string, node: unknown): string | undefined {
  if (list === "cells") {
    const row = memberOf(node, "row");
    const column = memberOf(node, "column");
    return isId(row) && isId(column) ? `${parent}.${row}.${column}` : undefined;
  }
  const id = memberOf(node, "id");
  if (!isId(id)) return undefined;
  if (list === "blocks") return memberOf(node, "kind") === "narrative" ? `n.${id}` : id;
  if (list === "fields") return `f.${id}`;
  return `${parent.split(".")[0] ?? ""}.${id}`;
}

const isId = (value: unknown): value is string => typeof value === "string" && idPattern.test(value);

function memberOf(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Readonly<Record<string, unknown>>)[key];
}

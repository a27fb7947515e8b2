import { getSchema } from "@tiptap/react";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { narrativeKit } from "@/components/report/narrativeKit";
import narrativeSchema from "@/lib/form/narrative.schema.json";

const editor = getSchema([...narrativeKit]);
const accepts = new Ajv2020({ strict: true, strictTuples: false, discriminator: true }).compile(narrativeSchema);

const valid = (doc: object): boolean => {
  try {
    editor.nodeFromJSON(doc).check();
    return true;
  } catch {
    return false;
  }
};

type Definition = {
  readonly properties?: {
    readonly type?: { readonly const?: string; readonly enum?: readonly string[] };
    readonly attrs?: { readonly properties: object };
  };
};
// Each definition has a type of its own in TypeScript; here they are alike.
const definitions = Object.entries(narrativeSchema.$defs as unknown as Readonly<Record<string, Definition>>);
const typesOf = ({ properties }: Definition): readonly string[] =>
  properties?.type?.enum ?? (properties?.type?.const ? [properties.type.const] : []);

const text = (words: string, ...marks: readonly string[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: readonly object[]) => ({ type: "paragraph", content });
const doc = (...content: readonly object[]) => ({ type: "doc", content });
const list = (...content: readonly object[]) => ({ type: "bulletList", content: [{ type: "listItem", content }] });
const cell = (type: "tableCell" | "tableHeader", ...content: readonly object[]) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content,
});
const table = (...cells: readonly object[]) => ({ type: "table", content: [{ type: "tableRow", content: cells }] });
const words = paragraph(text("Thu ngân sách"));

describe("the editor of sections and the schema of sections", () => {
  it("know the same nodes", () => {
    const named = new Set(definitions.filter(([name]) => name !== "narrativeMark").flatMap(([, definition]) => typesOf(definition)));
    expect(Object.keys(editor.nodes).sort()).toEqual([...named].sort());
  });

  it("know the same marks", () => {
    const marks = definitions.filter(([name]) => name === "narrativeMark").flatMap(([, definition]) => typesOf(definition));
    expect(Object.keys(editor.marks).sort()).toEqual([...marks].sort());
  });

  it("know the same attributes", () => {
    const named = Object.fromEntries(
      definitions.flatMap(([, definition]) =>
        typesOf(definition).map((type) => [type, Object.keys(definition.properties?.attrs?.properties ?? {}).sort()]),
      ),
    );
    for (const [name, type] of Object.entries(editor.nodes))
      expect([name, Object.keys(type.spec.attrs ?? {}).sort()]).toEqual([name, named[name]]);
  });

  it.each([
    ["every mark and a line break", doc(paragraph(text("a", "bold", "italic"), { type: "hardBreak" }, text("b", "underline", "strike")))],
    ["headings", doc({ type: "heading", attrs: { level: 1 }, content: [text("I")] }, { type: "heading", attrs: { level: 6 } }, words)],
    [
      "lists in lists",
      doc(list(words, { type: "orderedList", attrs: { start: 3, type: "a" }, content: [{ type: "listItem", content: [words] }] })),
    ],
    ["a quotation with a list", doc({ type: "blockquote", content: [words, list(words)] })],
    [
      "a table with heads, spans and lists",
      doc(table(cell("tableHeader", words), { ...cell("tableCell", list(words)), attrs: { colspan: 2 } })),
    ],
  ])("both take %s", (_, given) => {
    expect([valid(given), accepts(given)]).toEqual([true, true]);
    // What the editor gives back is taken too.
    expect([accepts(editor.nodeFromJSON(given).toJSON()), accepts.errors]).toEqual([true, null]);
  });

  it.each([
    ["an item that begins with a list", doc(list(list(words)))],
    ["an item that begins with a heading", doc(list({ type: "heading", attrs: { level: 2 } }))],
    ["an empty list", doc({ type: "bulletList", content: [] })],
    ["an empty section", doc()],
    ["a table in a quotation", doc({ type: "blockquote", content: [table(cell("tableCell", words))] })],
    ["a table in an item", doc(list(words, table(cell("tableCell", words))))],
    ["a table in a table", doc(table(cell("tableCell", table(cell("tableCell", words)))))],
    ["a row without cells", doc(table())],
    ["a link", doc(paragraph({ type: "text", text: "a", marks: [{ type: "link", attrs: { href: "https://example.org" } }] }))],
    ["a picture", doc({ type: "image", attrs: { src: "a.png" } })],
  ])("neither takes %s", (_, given) => {
    expect([valid(given), accepts(given)]).toEqual([false, false]);
  });
});

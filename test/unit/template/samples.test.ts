import { readdirSync, readFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";
import { describe, expect, test } from "vitest";
import { functions } from "@/lib/formula";
import { checkTemplate, flatRows, leafColumns, reservedNames, type Table, type Template, type Text, tablesOf } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";

const samples = readdirSync("templates").map((name): readonly [string, unknown] => [
  name,
  JSON.parse(readFileSync(`templates/${name}`, "utf8")),
]);

function read(name: string): Template {
  const parsed = parseTemplate(samples.find(([file]) => file === `${name}.json`)?.[1]);
  if (!parsed.ok) throw new Error(`${name} does not fit the schema`);
  return parsed.value;
}

const firstTable = (name: string): Table => {
  const [table] = tablesOf(read(name));
  if (!table) throw new Error(`${name} has no table`);
  return table;
};

describe.each(samples)("the sample %s", (_name, document) => {
  test("fits the schema, passes every check without a warning", () => {
    const parsed = parseTemplate(document);
    expect(parsed).toEqual({ ok: true, value: document });
    expect(parsed.ok && checkTemplate(parsed.value)).toEqual([]);
  });

  test("has every text in both languages", () => {
    const texts: Text[] = [];
    const collect = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if ("vi" in node) texts.push(node as Text);
      else for (const inner of Object.values(node)) collect(inner);
    };
    collect(document);
    expect(texts.filter((text) => !text.en || !text.vi)).toEqual([]);
  });
});

test("06/VPCP/KSTT has its three-level head, and column ids that match the printed numbers", () => {
  const table = firstTable("06-VPCP-KSTT");
  const leaves = leafColumns(table);
  expect(leaves.map(({ column }) => column.id)).toEqual(Array.from({ length: 13 }, (_, i) => `c${i + 1}`));
  expect(leaves.map(({ groups }) => groups.length)).toEqual([0, 0, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(leaves.flatMap(({ column }) => (column.kind === "value" && column.formula ? `${column.id}=${column.formula}` : []))).toEqual([
    "c3=c4 + c5 + c6",
    "c7=c8 + c9 + c10",
    "c11=c12 + c13",
  ]);
  expect(table.checks?.map(({ formula, severity }) => [formula, severity])).toEqual([["c3 == c7 + c11", "error"]]);
});

test("SXKD has 14 columns whose heads name the years", () => {
  const table = firstTable("SXKD-THANG");
  expect(leafColumns(table)).toHaveLength(14);
  expect(table.columns.map((column) => column.label.vi)).toContain("Thực hiện năm {year-1}");
});

test("A.III.1 repeats a block of rows for each investor and locks cells one by one", () => {
  const table = firstTable("A-III-1");
  const blocks = flatRows(table).filter(({ row }) => row.kind !== "label" && row.repeat?.by === "entries");
  expect(blocks.map(({ row }) => row.id)).toEqual(["r11", "r21", "r76"]);
  expect(table.cells?.filter((cell) => cell.row === "r50")).toEqual([{ row: "r50", column: "cC", lock: "x" }]);
});

test("the types are those of the schema", async () => {
  const made = await compileFromFile("lib/template/template.schema.json", { ignoreMinAndMaxItems: true });
  expect(readFileSync("lib/template/template.types.ts", "utf8").trim()).toBe(made.trim());
});

test("every function of the formula language is a reserved name", () => {
  expect(functions.map(({ name }) => name).filter((name) => !reservedNames.has(name))).toEqual([]);
});

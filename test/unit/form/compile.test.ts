import { describe, expect, test } from "vitest";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { FigureRow, Table, Template } from "@/lib/template";

const row = (id: string, more: Partial<FigureRow> = {}): FigureRow => ({ kind: "indicator", id, label: { vi: id }, ...more });

/** A table t1 of two columns and three rows, changed as each case wants. */
const templateOf = (table: Partial<Table>): Template => ({
  format: 1,
  code: "CASE",
  title: { vi: "Thử" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "value", id: "c1", label: { vi: "a" } },
        { kind: "value", id: "c2", label: { vi: "b" } },
        { kind: "value", id: "c3", label: { vi: "c" }, type: "text" },
      ],
      rows: [row("r1"), row("r2"), row("r3")],
      ...table,
    },
  ],
});

const problemsOf = (template: Template) => {
  const result = compileForm(template);
  return result.ok ? [] : result.error.map(({ code, at, params }) => ({ code, at, params }));
};

describe("compiling refuses", () => {
  test.each([
    ["an unknown name, with the nearest known", "c11 + 1", "form.unknownNameNear", { name: "c11", near: "c1" }],
    ["a name that is like none", "chi_phi_khac", "form.unknownName", { name: "chi_phi_khac" }],
    ["a text in a formula", "c3 + 1", "formula.notAFigure", { name: "c3" }],
    ["children of a row without", "sum(children)", "form.noChildren", { name: "r1" }],
    ["units of a table without", "sum(units)", "form.noUnits", {}],
    ["a range that runs backwards", "sum(c2:c1)", "form.rangeBackwards", {}],
    ["a range from a row to a column", "sum(r2:c1)", "form.rangeEnds", { first: "r2", last: "c1" }],
  ])("%s", (_, formula, code, params) => {
    expect(problemsOf(templateOf({ cells: [{ row: "r1", column: "c1", formula }] }))).toContainEqual(
      expect.objectContaining({
        code,
        params,
        at: code === "form.noChildren" || code.startsWith("form") || code.startsWith("formula") ? "t1.r1.c1" : "",
      }),
    );
  });

  test("a cycle, with its path", () => {
    const cells = [
      { row: "r1", column: "c1", formula: "r2.c1" },
      { row: "r2", column: "c1", formula: "r3.c2 + 1" },
      { row: "r3", column: "c2", formula: "r1.c1 * 2" },
    ];
    expect(problemsOf(templateOf({ cells }))).toEqual([
      { code: "form.cycle", at: "t1.r1.c1", params: { path: "t1.r1.c1 → t1.r2.c1 → t1.r3.c2 → t1.r1.c1" } },
    ]);
  });

  test("a cell that reads itself", () => {
    expect(problemsOf(templateOf({ cells: [{ row: "r1", column: "c1", formula: "c1 + 1" }] }))).toEqual([
      { code: "form.cycle", at: "t1.r1.c1", params: { path: "t1.r1.c1 → t1.r1.c1" } },
    ]);
  });

  test("one figure of a repeated row from outside, but takes its sum", () => {
    const rows = [row("r1", { repeat: { by: "units" } }), row("r2", { formula: "r1 + 1" })];
    expect(problemsOf(templateOf({ rows }))).toEqual([{ code: "form.repeatedName", at: "t1.r2", params: { name: "r1" } }]);
    expect(problemsOf(templateOf({ rows: [row("r1", { repeat: { by: "units" } }), row("r2", { formula: "sum(r1) + 1" })] }))).toEqual([]);
  });

  test("a check that does not stand where it is checked", () => {
    const checks = [{ id: "k1", formula: "r1 > 0", severity: "error", message: { vi: "m" } } as const];
    expect(problemsOf(templateOf({ checks }))).toEqual([{ code: "form.checkPlace", at: "t1.k1", params: { each: "row" } }]);
  });
});

test("what only seems to go round, row by row, is computed cell by cell", () => {
  const cells = [
    { row: "r1", column: "c2", formula: "c1" },
    { row: "r2", column: "c2", formula: "c1 + r1.c2" },
    { row: "r3", column: "c2", formula: "c1 + r2.c2" },
    { row: "r2", column: "c1", formula: "r1.c2 * 2" },
  ];
  const result = compileForm(templateOf({ cells }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const form = openForm(result.value.form, { period: "2026-03", units: [], history: {} });
  const { changed } = form.apply([
    { at: "t1.r1.c1" as CellAddress, value: 1 },
    { at: "t1.r3.c1" as CellAddress, value: 4 },
  ]);
  const read = (at: string) => form.read(form.index(at as CellAddress) as CellIndex);
  expect([read("t1.r1.c2"), read("t1.r2.c1"), read("t1.r2.c2"), read("t1.r3.c2")]).toEqual([1, 2, 3, 7]);
  expect(changed).toHaveLength(6);
});

test("a sum that could pass 2^53 units of its last decimal is warned of", () => {
  const columns: Table["columns"] = [{ kind: "value", id: "c1", label: { vi: "a" }, decimals: 6, max: 4e9 }];
  const result = compileForm(templateOf({ columns, rows: [row("r1"), row("r2"), row("r3"), row("s", { kind: "total" })] }));
  expect(result.ok && result.value.warnings).toEqual([
    { code: "form.mayPassExact", params: { decimals: 6 }, at: "t1.s.c1", severity: "warning" },
  ]);
});

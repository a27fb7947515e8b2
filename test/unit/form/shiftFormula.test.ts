import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormulaHome, shiftFormula } from "@/lib/form/compile";
import type { Template } from "@/lib/template";

const columns = ["a1", "a2", "a3", "b1", "b2", "b3"];
const rows = ["r1", "r2", "r3", "r4"];
const template: Template = {
  format: 1,
  code: "T",
  title: { vi: "" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c0", label: { vi: "" } },
        {
          kind: "group",
          id: "g1",
          label: { vi: "" },
          columns: columns.slice(0, 3).map((id) => ({ kind: "value", id, label: { vi: id } })),
        },
        ...columns.slice(3).map((id) => ({ kind: "value" as const, id, label: { vi: id } })),
      ],
      rows: [
        ...rows.map((id) => ({ kind: "indicator" as const, id, label: { vi: id } })),
        { kind: "label", id: "r5", label: { vi: "" }, breakdown: "some" },
      ],
    },
  ],
};

const column = (id: string): FormulaHome => ({ kind: "column", block: "t1", column: id });
const row = (id: string): FormulaHome => ({ kind: "row", block: "t1", row: id });
const cell = (r: string, c: string): FormulaHome => ({ kind: "cell", block: "t1", row: r, column: c });

describe("a formula copied along a table", () => {
  it.each<readonly [string, string, FormulaHome, FormulaHome, string]>([
    ["names of columns move by as many columns", "a1 + a2", column("a3"), column("b1"), "a2 + a3"],
    ["over heads", "a1 * 2", column("b1"), column("b3"), "a3 * 2"],
    ["ranges move as wholes", "sum(a1:a2)", column("a3"), column("b1"), "sum(a2:a3)"],
    ["names of rows stay when columns move", "r1.a1 + r2", column("a3"), column("b1"), "r1.a2 + r2"],
    ["names of rows move by as many rows", "r1 + r2", row("r3"), row("r4"), "r2 + r3"],
    ["a cell moves in both", "r1.a1 + a1 + r1", cell("r2", "a2"), cell("r3", "a3"), "r2.a2 + a2 + r2"],
    ["other tables, fields, indicators stay", "t2.r1.a1 + f.a1 + ind.a1 + a1", column("a2"), column("a3"), "t2.r1.a1 + f.a1 + ind.a1 + a2"],
    ["its writing stays", "  a1+ (a2 )", column("a3"), column("b1"), "  a2+ (a3 )"],
  ])("%s", (_, formula, from, to, moved) => {
    expect(shiftFormula(template, formula, from, to)).toEqual({ ok: true, value: moved });
  });

  it.each<readonly [string, string, FormulaHome, FormulaHome, string]>([
    ["beyond the last column", "b3", column("b2"), column("b3"), "b3"],
    ["onto a column without figures", "a1", column("a2"), column("a1"), "a1"],
    ["onto a row of words", "r4", row("r3"), row("r4"), "r4"],
  ])("is refused %s", (_, formula, from, to, name) => {
    expect(shiftFormula(template, formula, from, to)).toMatchObject({ ok: false, error: { code: "form.shiftOutside", params: { name } } });
  });

  it("comes back by the way that it went", () => {
    const id = fc.constantFrom(...columns);
    fc.assert(
      fc.property(id, id, fc.array(id, { minLength: 1, maxLength: 4 }), (from, to, names) => {
        const formula = names.join(" + ");
        const there = shiftFormula(template, formula, column(from), column(to));
        if (!there.ok) return;
        expect(shiftFormula(template, there.value, column(to), column(from))).toEqual({ ok: true, value: formula });
      }),
    );
  });
});

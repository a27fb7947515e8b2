import { describe, expect, it } from "vitest";
import { type FormulaHome, tryFormula } from "@/lib/form/compile";
import type { Template } from "@/lib/template";
import { baseWith } from "@/test/unit/template/base";

const template = baseWith((all, table) => {
  table.columns.push({ kind: "value", id: "c6", label: { vi: "Tổng số" }, unit: "hồ sơ", type: "integer" });
  all.blocks.push({ kind: "fields", id: "fs2", fields: [{ id: "gap_doi", label: { vi: "Gấp đôi" }, type: "integer" }] });
});
const context = { period: "", units: [{ key: "u1", name: "Một" }] };
const options = { seed: 1, text: "Mẫu" };
const attempt = (home: FormulaHome, formula: string, given: Template = template, place = {}) =>
  tryFormula(given, home, formula, context, options, place);
const column: FormulaHome = { kind: "column", block: "t1", column: "c6" };

describe("a formula tried on sample values", () => {
  it("gives what it computes of the figures that it read", () => {
    const trial = attempt(column, "c3 + c4", template, { row: "r21" });
    if (trial.kind !== "value") throw new Error(trial.kind);
    const [a, b] = trial.reads.map(({ value }) => Number(value));
    expect(trial).toMatchObject({
      at: "t1.r21.c6",
      unit: "hồ sơ",
      decimals: 0,
      dividedByZero: false,
      reads: [{ name: "moi" }, { name: "c4" }],
    });
    expect(trial.value).toBe((a ?? 0) + (b ?? 0));
  });

  it("gives the same again", () => {
    expect(attempt(column, "c3 * 2")).toEqual(attempt(column, "c3 * 2"));
  });

  it("looks at the first cell that runs it where none is asked for", () => {
    expect(attempt(column, "c3 + c4")).toMatchObject({ kind: "value", at: "t1.r11.c6" });
    expect(attempt({ kind: "row", block: "t1", row: "r10" }, "r11 + r13")).toMatchObject({ kind: "value", at: "t1.r10.c3" });
  });

  it("tells of a division by zero and of blanks", () => {
    expect(attempt(column, "c4 / (c3 - c3)", template, { row: "r21" })).toMatchObject({ value: null, dividedByZero: true });
    // The cell is locked with an x: it holds no figure.
    expect(attempt(column, "c3 * 2", template, { row: "r11" })).toMatchObject({ value: null, dividedByZero: false });
  });

  it("reads samples of other periods", () => {
    expect(attempt(column, "prev(c4)", template, { row: "r21" })).toMatchObject({ kind: "value", value: expect.any(Number) });
  });

  it("counts where a rule fails", () => {
    const check: FormulaHome = { kind: "check", block: "t1", check: "k1" };
    expect(attempt(check, "c3 >= 0")).toEqual({ kind: "check", failed: 0 });
    expect(attempt(check, "c4 < 0")).toMatchObject({ kind: "check", failed: expect.any(Number) });
    expect(attempt(check, "c4 < 0")).not.toMatchObject({ failed: 0 });
  });

  it("computes fields", () => {
    const trial = attempt({ kind: "field", block: "fs2", field: "gap_doi" }, "dan_so * 2");
    if (trial.kind !== "value") throw new Error(trial.kind);
    expect(trial.value).toBe(Number(trial.reads[0]?.value) * 2);
  });

  it("sets other formulas aside that cannot be compiled", () => {
    const broken = baseWith((_, table) => {
      table.columns.push({ kind: "value", id: "c6", label: { vi: "" } }, { kind: "value", id: "c7", label: { vi: "" }, formula: "c99 +" });
    });
    expect(attempt(column, "c3 + c4", broken)).toMatchObject({ kind: "value" });
  });

  it("tells its own errors", () => {
    expect(attempt(column, "c99")).toMatchObject({ kind: "refused", problems: [{ code: "form.unknownName", at: "t1.c6" }] });
    expect(attempt(column, "c6 + 1")).toMatchObject({ kind: "refused", problems: [{ code: "form.cycle" }] });
  });

  it("tells that no cell runs it", () => {
    const ruled = baseWith((_, table) => {
      for (const row of table.rows) if (row.kind === "group") row.rows = [];
      table.rows = table.rows.slice(0, 1);
      table.cells = [];
      table.columns.push({ kind: "value", id: "c6", label: { vi: "" } });
    });
    expect(attempt(column, "c3 + c4", ruled)).toEqual({ kind: "unused" });
  });
});

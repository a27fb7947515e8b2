import { describe, expect, it } from "vitest";
import { referencesOf } from "@/components/designer/formula/formulaReferences";
import { selectedFormula } from "@/components/designer/formula/selectedFormula";
import { targetsOf } from "@/components/designer/formula/usePointing";
import { type FormulaHome, formulaScope } from "@/lib/form/compile";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");
const column: FormulaHome = { kind: "column", block: "t1", column: "c3" };
const none = { row: undefined, column: undefined };
const reads = (home: FormulaHome, text: string) => formulaScope(template, home)?.read(text).reads ?? [];

describe("the frames of what a formula reads", () => {
  it("stand around whole columns where a column is looked at, around cells where a row is", () => {
    expect(referencesOf(reads(column, "c4 + c5"), column, none).map(({ place, colour, name }) => ({ place, colour, name }))).toEqual([
      { place: { kind: "column", block: "t1", column: "c4" }, colour: 1, name: "c4" },
      { place: { kind: "column", block: "t1", column: "c5" }, colour: 2, name: "c5" },
    ]);
    expect(referencesOf(reads(column, "c4"), column, { row: "r12", column: "c3" })).toMatchObject([
      { place: { kind: "cell", block: "t1", row: "r12", column: "c4" } },
    ]);
  });

  it("go from the first to the last of a range, and stand around each child row", () => {
    expect(referencesOf(reads(column, "sum(c4:c6)"), column, none)).toMatchObject([
      { place: { column: "c4" }, last: { column: "c6" }, name: "c4:c6" },
    ]);
    const row: FormulaHome = { kind: "row", block: "t1", row: "r20" };
    expect(referencesOf(reads(row, "sum(children)"), row, none)).toMatchObject([
      { place: { kind: "row", row: "r21" }, colour: 1 },
      { place: { kind: "row", row: "r22" }, colour: 1 },
    ]);
  });
});

describe("the formula of what is selected", () => {
  it("is that of the column or row that the cell runs, its own where it runs none", () => {
    expect(selectedFormula(template, { kind: "cell", block: "t1", row: "r11", column: "c3" })).toEqual(column);
    expect(selectedFormula(template, { kind: "cell", block: "t1", row: "r10", column: "c4" })).toEqual({
      kind: "row",
      block: "t1",
      row: "r10",
    });
    expect(selectedFormula(template, { kind: "cell", block: "t1", row: "r11", column: "c4" })).toMatchObject({ kind: "cell" });
    expect(selectedFormula(template, { kind: "cell", block: "t1", row: "r11", column: "c3" }, "row")).toMatchObject({ kind: "row" });
  });

  it("is none for heads, labels and blocks", () => {
    expect(selectedFormula(template, { kind: "column", block: "t1", column: "g1" })).toBeUndefined();
    expect(selectedFormula(template, { kind: "column", block: "t1", column: "c2" })).toBeUndefined();
    expect(selectedFormula(template, { kind: "block", block: "t1" })).toBeUndefined();
    expect(selectedFormula(template, undefined)).toBeUndefined();
  });
});

it("a head that is pointed at stands for the columns under it", () => {
  expect(targetsOf(template, { kind: "column", block: "t1", column: "g1" }, undefined)).toEqual([
    { kind: "column", block: "t1", column: "c3" },
    { kind: "column", block: "t1", column: "c6" },
  ]);
  expect(targetsOf(template, { kind: "row", block: "t1", row: "r11" }, undefined)).toEqual([
    { kind: "row", block: "t1", row: "r11" },
    undefined,
  ]);
});

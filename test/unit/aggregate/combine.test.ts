import { describe, expect, it } from "vitest";
import { type AggregatePlan, combine, type PlannedCell, type Statistics } from "@/lib/aggregate";
import type { CellAddress, CellIndex } from "@/lib/form/content";

const nothing: Statistics = { present: 0, sum: 0, least: null, greatest: null, last: null, weighted: null };
const stored = (cell: number, scale: number) => ({ cell: cell as CellIndex, chunk: 0, position: cell, scale });
const cell = (rule: PlannedCell["rule"], scale = 100): PlannedCell => ({
  ...stored(0, scale),
  address: "t1.r1.c1" as CellAddress,
  rule,
  weight: rule === "weightedMean" ? stored(1, 10) : undefined,
});
const value = (planned: PlannedCell, statistics: Partial<Statistics>): number => {
  const plan: AggregatePlan = { cells: [planned] };
  return combine(plan, () => ({ ...nothing, ...statistics }))[0]?.value ?? 0;
};

describe("combining the statistics of a cell", () => {
  it("adds integers of the last decimal and divides once: 0,10 + 0,20 is 0,3 to the last bit", () => {
    expect(value(cell("sum"), { present: 2, sum: 30 })).toBe(0.3);
    expect(value(cell("sum", 1), { present: 3, sum: 2 ** 53 - 1 })).toBe(2 ** 53 - 1);
  });

  it("divides a mean by those who gave a figure, not by all", () => {
    expect(value(cell("mean"), { present: 3, sum: 1000 })).toBe(10 / 3);
  });

  it("weighs a mean: yields 5,00 and 7,00 t/ha on 10,0 and 30,0 ha give 6,5, whatever the scales", () => {
    const weighted = { products: 500 * 100 + 700 * 300, weights: 400 };
    expect(value(cell("weightedMean"), { present: 2, sum: 1200, weighted })).toBe(6.5);
  });

  it("gives no weighted mean over a weight of zero or where nobody gave both", () => {
    expect(value(cell("weightedMean"), { present: 2, sum: 1, weighted: { products: 0, weights: 0 } })).toBeNaN();
    expect(value(cell("weightedMean"), { present: 2, sum: 1, weighted: null })).toBeNaN();
  });

  it("takes the least, the greatest, the last, and counts", () => {
    const statistics = { present: 4, sum: 99, least: -250, greatest: 700, last: 5 };
    expect(value(cell("min"), statistics)).toBe(-2.5);
    expect(value(cell("max"), statistics)).toBe(7);
    expect(value(cell("last"), statistics)).toBe(0.05);
    expect(value(cell("count"), statistics)).toBe(4);
  });

  it("leaves none and list without a figure", () => {
    expect(value(cell("none"), { present: 4, sum: 99 })).toBeNaN();
    expect(value(cell("list"), { present: 4, sum: 99 })).toBeNaN();
  });

  it("is blank and not zero where nobody gave a figure, by every rule", () => {
    for (const rule of ["sum", "mean", "weightedMean", "min", "max", "last", "count", "none", "list"] as const)
      expect(value(cell(rule), {}), rule).toBeNaN();
  });

  it("keeps a zero that somebody gave", () => {
    expect(value(cell("sum"), { present: 1, sum: 0 })).toBe(0);
    expect(value(cell("min"), { present: 1, least: 0 })).toBe(0);
  });
});

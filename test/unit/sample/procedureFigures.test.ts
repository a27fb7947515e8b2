import { describe, expect, it } from "vitest";
import { procedureFigures, type SampleQuarter } from "@/lib/sample/procedureFigures";
import { type SampleUnit, sampleUnit, unitsOfLevel } from "@/lib/sample/sampleUnits";

/** Figures by row and column. */
function rowsOf(unit: SampleUnit, quarter: SampleQuarter): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const rows = new Map<string, Record<string, number>>();
  for (const { at, value } of procedureFigures(unit, quarter)) {
    const [, row = "", column = ""] = at.split(".");
    rows.set(row, { ...rows.get(row), [column]: Number(value) });
  }
  return rows;
}

const of = (row: Readonly<Record<string, number>> | undefined, ...columns: readonly string[]) =>
  columns.reduce((sum, column) => sum + (row?.[column] ?? Number.NaN), 0);

describe("the figures of form 06 in the sample", () => {
  it("are whole numbers from 0, and received is settled plus open in every row of every commune", () => {
    for (const unit of unitsOfLevel("commune")) {
      for (const quarter of ["2023-Q4", "2024-Q1"] as const) {
        for (const row of rowsOf(unit, quarter).values()) {
          expect(Object.values(row).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
          expect(of(row, "c4", "c5", "c6")).toBe(of(row, "c8", "c9", "c10", "c12", "c13"));
        }
      }
    }
  });

  it("carry what is open at the end of a quarter into the next", () => {
    for (const unit of unitsOfLevel("commune")) {
      const next = rowsOf(unit, "2024-Q1");
      for (const [id, row] of rowsOf(unit, "2023-Q4")) expect(of(next.get(id), "c6")).toBe(of(row, "c12", "c13"));
    }
  });

  it("leave blank the crops of a ward, and fill them for a rural commune", () => {
    expect(rowsOf(sampleUnit("31117"), "2024-Q1").has("r51")).toBe(false);
    expect(rowsOf(sampleUnit("31309"), "2024-Q1").has("r51")).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { type AggregatePlan, aggregatePlan } from "@/lib/aggregate";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { Aggregation, Template } from "@/lib/template";

const text = (vi: string) => ({ vi });

/** Rows r1 and r2 of an area and of a rate that is weighed as the test says; a total, a locked cell, a text, a field. */
const planWith = (weight: Aggregation): AggregatePlan => {
  const template: Template = {
    format: 1,
    code: "THU",
    title: text("Thử"),
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "portrait" },
    blocks: [
      {
        kind: "table",
        id: "t1",
        columns: [
          { kind: "value", id: "c1", label: text("Diện tích"), decimals: 1 },
          { kind: "value", id: "c2", label: text("Tỷ lệ"), type: "percent", decimals: 2, aggregate: weight },
          { kind: "value", id: "c3", label: text("Ghi chú"), type: "text" },
          { kind: "value", id: "c4", label: text("Sau"), decimals: 0, when: { exceptOrdinals: [1] } },
        ],
        rows: [
          { kind: "indicator", id: "r1", label: text("Lúa") },
          { kind: "indicator", id: "r2", label: text("Ngô") },
          { kind: "total", id: "r3", label: text("Cộng") },
        ],
        cells: [{ row: "r2", column: "c1", lock: "x" }],
      },
      { kind: "fields", id: "fs", fields: [{ id: "ho", label: text("Số hộ"), type: "integer" }] },
    ],
  };
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return aggregatePlan(openForm(compiled.value.form, { period: "2024-01", units: [], history: {} }));
};
const cellAt = (plan: AggregatePlan, address: string) => plan.cells.find((cell) => cell.address === address);
const placeOf = (plan: AggregatePlan, address: string) => {
  const cell = cellAt(plan, address);
  return cell && { cell: cell.cell, chunk: cell.chunk, position: cell.position, scale: cell.scale };
};

describe("the plan of an aggregate", () => {
  it("takes the figures that reporters enter, and neither computed, locked, absent nor written cells", () => {
    const plan = planWith({ rule: "weightedMean", weight: "c1" });
    expect(plan.cells.map(({ address }) => address).sort()).toEqual(["f.ho", "t1.r1.c1", "t1.r1.c2", "t1.r2.c2"]);
  });

  it("knows where each stands and by what its stored integer is divided", () => {
    const plan = planWith({ rule: "none" });
    for (const { cell, chunk, position } of plan.cells) expect(chunk * 100 + position).toBe(cell);
    expect(["t1.r1.c1", "t1.r1.c2", "f.ho"].map((at) => cellAt(plan, at)?.scale)).toEqual([10, 100, 1]);
  });

  it("weighs by a column of the row, by a row of the column, and by a path", () => {
    const byColumn = planWith({ rule: "weightedMean", weight: "c1" });
    expect(cellAt(byColumn, "t1.r1.c2")?.weight).toEqual(placeOf(byColumn, "t1.r1.c1"));
    const byRow = planWith({ rule: "weightedMean", weight: "r1" });
    expect(cellAt(byRow, "t1.r2.c2")?.weight).toEqual(placeOf(byRow, "t1.r1.c2"));
    const byPath = planWith({ rule: "weightedMean", weight: "f.ho" });
    expect(cellAt(byPath, "t1.r1.c2")?.weight).toEqual(placeOf(byPath, "f.ho"));
  });

  it("gives no result where the weight is nowhere", () => {
    const plan = planWith({ rule: "weightedMean", weight: "c9" });
    expect(cellAt(plan, "t1.r1.c2")).toMatchObject({ rule: "none", weight: undefined });
  });

  it("adds figures up and leaves percentages alone where the template says nothing", () => {
    const plan = planWith({ rule: "none" });
    expect([cellAt(plan, "t1.r1.c1")?.rule, cellAt(plan, "f.ho")?.rule, cellAt(plan, "t1.r1.c2")?.rule]).toEqual(["sum", "sum", "none"]);
  });
});

import { describe, expect, it } from "vitest";
import { pointingStart, pointingStep } from "@/components/designer/formula/keyboardPointing";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");
const cell = (row: string, column: string) => ({ kind: "cell", block: "t1", row, column }) as const;

describe("pointing by arrows", () => {
  it("begins at the formula's own place, in the row that is looked at", () => {
    expect(pointingStart(template, cell("r11", "c3"), undefined)).toEqual(cell("r11", "c3"));
    expect(pointingStart(template, { kind: "column", block: "t1", column: "c7" }, cell("r12", "c7"))).toEqual(cell("r12", "c7"));
    expect(pointingStart(template, { kind: "column", block: "t1", column: "c7" }, undefined)).toEqual(cell("r10", "c7"));
    expect(pointingStart(template, { kind: "field", block: "fs1", field: "x" }, undefined)).toBeUndefined();
  });

  it("goes over figures alone and stays at an edge", () => {
    expect(pointingStep(template, cell("r11", "c3"), { rows: 0, columns: 1 })).toEqual(cell("r11", "c4"));
    expect(pointingStep(template, cell("r11", "c3"), { rows: 0, columns: -1 })).toEqual(cell("r11", "c3"));
    expect(pointingStep(template, cell("r15", "c3"), { rows: 1, columns: 0 })).toEqual(cell("r20", "c3"));
  });
});

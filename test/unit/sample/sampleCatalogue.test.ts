import { describe, expect, it } from "vitest";
import { unitOfMeasure } from "@/lib/form/unitOfMeasure";
import { sampleIndicators } from "@/lib/sample/sampleIndicators";
import { sampleMeasureUnits } from "@/lib/sample/sampleMeasureUnits";
import { sampleSectors, sectorOfTemplate } from "@/lib/sample/sampleSectors";
import { sampleTemplates } from "@/lib/sample/sampleTemplates";
import { indicatorUsesOf } from "@/lib/template";

const twice = (names: readonly string[]): readonly string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe("the sample's units of measure", () => {
  it("agree with how the lints read them: one dimension each, and the same factors within it", () => {
    const bases = new Map<string, { readonly dimension: string; readonly factor: number }>();
    for (const { symbol, dimension, factor } of sampleMeasureUnits) {
      const read = unitOfMeasure(symbol);
      const base = { dimension: JSON.stringify(read.dimension), factor: read.factor / factor };
      const known = bases.get(dimension) ?? base;
      bases.set(dimension, known);
      expect(base.dimension, symbol).toBe(known.dimension);
      expect(base.factor / known.factor, symbol).toBeCloseTo(1, 9);
    }
    expect(new Set([...bases.values()].map((base) => base.dimension)).size).toBe(bases.size);
  });

  it("have each symbol once", () => {
    expect(twice(sampleMeasureUnits.map(({ symbol }) => symbol))).toEqual([]);
  });
});

describe("the sample's indicators", () => {
  it("have each code once, and a field that exists", () => {
    expect(twice(sampleIndicators.map(({ code }) => code.toLowerCase()))).toEqual([]);
    const sectors = sampleSectors.map(({ code }) => code) as readonly string[];
    for (const { code, sectorCode } of sampleIndicators) expect(sectors, code).toContain(sectorCode);
    for (const sector of Object.values(sectorOfTemplate)) expect(sectors).toContain(sector);
  });

  it("hold every indicator that the sample templates name", () => {
    const codes = sampleIndicators.map(({ code }) => code);
    const named = sampleTemplates().flatMap(({ document }) => indicatorUsesOf(document).map(({ indicator }) => indicator));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("never add or average percentages or yields, and have no decimals of whole numbers", () => {
    for (const { code, type, aggregation, decimals, measureUnitId } of sampleIndicators) {
      const symbol = sampleMeasureUnits.find(({ id }) => id === measureUnitId)?.symbol ?? "";
      if (type === "percent" || symbol.includes("/")) expect(["sum", "mean"], code).not.toContain(aggregation.rule);
      if (type === "integer") expect(decimals, code).toBe(0);
    }
  });

  it("have a field for each sample template", () => {
    expect(Object.keys(sectorOfTemplate).sort()).toEqual(
      sampleTemplates()
        .map(({ document }) => document.code)
        .sort(),
    );
  });
});

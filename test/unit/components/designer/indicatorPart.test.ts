import { describe, expect, it } from "vitest";
import { type CataloguedIndicator, differenceOf, indicatorPart, propertiesOf } from "@/components/designer/catalogue/indicatorPart";
import { insertionTarget } from "@/components/designer/catalogue/insertionTarget";
import { checkTemplate, type Template } from "@/lib/template";
import { type Place, run, type Siblings } from "@/lib/template/edit";
import { base } from "../../template/base";

const output: CataloguedIndicator = {
  code: "KTXH_01",
  name: { vi: "Sản lượng lúa", en: "Rice" },
  measureUnit: { id: "1", symbol: "tấn" },
  type: "number",
  decimals: 1,
  rule: "sum",
};
const share: CataloguedIndicator = {
  code: "KTXH_05",
  name: { vi: "Tỷ lệ hộ nghèo" },
  measureUnit: { id: "2", symbol: "%" },
  type: "percent",
  decimals: 2,
  rule: "none",
};
const people: CataloguedIndicator = {
  code: "DS_01",
  name: { vi: "Dân số" },
  measureUnit: { id: "3", symbol: "người" },
  type: "integer",
  decimals: 0,
  rule: "last",
};

const rows: Siblings = { kind: "rows", block: "t1" };
const columns: Siblings = { kind: "columns", block: "t1" };
const fields: Siblings = { kind: "fields", block: "fs1" };

describe("an indicator put into a template", () => {
  it("becomes a row with its name, unit of measure, decimals and code", () => {
    expect(indicatorPart(output, base(), rows)).toEqual({
      kind: "indicator",
      id: expect.stringMatching(/^r\d+$/),
      label: { vi: "Sản lượng lúa", en: "Rice" },
      unit: "tấn",
      decimals: 1,
      indicator: "KTXH_01",
    });
  });

  it("becomes a column of its type, and an input that says its type whatever it is", () => {
    expect(indicatorPart(share, base(), columns)).toMatchObject({ kind: "value", type: "percent", unit: "%", decimals: 2 });
    expect(indicatorPart(output, base(), fields)).toMatchObject({ type: "number", label: { vi: "Sản lượng lúa" } });
    expect(indicatorPart(output, base(), { kind: "fields", block: "l1" })).toMatchObject({ id: expect.stringMatching(/^c\d+$/) });
    expect(indicatorPart(output, base(), { kind: "blocks" })).toBeUndefined();
  });

  it("says its rule where that is not what holds anyhow, and no decimals of whole numbers", () => {
    expect(propertiesOf(people, "rows")).toEqual({ type: "integer", unit: "người", aggregate: { rule: "last" }, indicator: "DS_01" });
    expect(propertiesOf(share, "rows")).not.toHaveProperty("aggregate");
    expect(propertiesOf({ ...output, measureUnit: null }, "rows")).not.toHaveProperty("unit");
  });

  it("leaves the template sound wherever it is put", () => {
    for (const indicator of [output, share, people]) {
      for (const into of [rows, columns, fields, { kind: "rows", block: "t1", under: "r10" } as const]) {
        const template = base();
        const part = indicatorPart(indicator, template, into);
        if (!part) throw new Error("no part");
        const done = run(template, { do: "insert", into, index: 0, parts: [part] });
        if (!done.ok) throw new Error(`${indicator.code} into ${into.kind}: ${done.error.code}`);
        expect(checkTemplate(done.value.template).filter(({ severity }) => severity === "error")).toEqual([]);
      }
    }
  });
});

describe("what a part says otherwise than its indicator", () => {
  it("is nothing where it was made of it", () => {
    for (const list of ["rows", "columns", "fields", "cells"] as const) {
      for (const indicator of [output, share, people])
        expect(differenceOf({ ...propertiesOf(indicator, list) }, indicator, list)).toBeUndefined();
    }
  });

  it("is set and cleared to agree", () => {
    expect(differenceOf({ type: "integer", unit: "kg" }, output, "rows")).toEqual({
      values: { unit: "tấn", decimals: 1 },
      clear: ["type"],
    });
    expect(differenceOf({ unit: "tấn", decimals: 1, aggregate: { rule: "max" } }, output, "rows")).toEqual({
      values: {},
      clear: ["aggregate"],
    });
    expect(differenceOf({ type: "integer", unit: "người", decimals: 3 }, people, "rows")).toEqual({
      values: { aggregate: { rule: "last" } },
      clear: [],
    });
    expect(differenceOf({ type: "integer", unit: "tấn", decimals: 1 }, output, "fields")).toEqual({
      values: { type: "number" },
      clear: [],
    });
  });

  it("is not the weight of a mean, which stands in the template alone", () => {
    const mean: CataloguedIndicator = { ...output, rule: "weightedMean" };
    const part = { unit: "tấn", decimals: 1, aggregate: { rule: "weightedMean", weight: "c4" } };
    expect(differenceOf(part, mean, "rows")).toBeUndefined();
  });
});

describe("where a button puts an indicator", () => {
  const at = (focus: Place | undefined, list: "rows" | "columns" | "fields", template: Template = base()) =>
    insertionTarget(template, { focus }, list);

  it("is after the selected row, column or input, in the same group", () => {
    expect(at({ kind: "row", block: "t1", row: "r11" }, "rows")).toEqual({ into: { ...rows, under: "r10" }, index: 1 });
    expect(at({ kind: "cell", block: "t1", row: "r21", column: "c3" }, "rows")).toEqual({ into: { ...rows, under: "r20" }, index: 1 });
    expect(at({ kind: "cell", block: "t1", row: "r21", column: "c3" }, "columns")).toEqual({ into: { ...columns, under: "g1" }, index: 1 });
    expect(at({ kind: "field", block: "fs1", field: "dan_so" }, "fields")).toEqual({ into: fields, index: 1 });
  });

  it("is at the end of the selected table, before its totals", () => {
    const template = base();
    const table = template.blocks.find((block) => block.kind === "table");
    table?.rows.push({ kind: "total", id: "r99", label: { vi: "Cộng" } });
    expect(at({ kind: "block", block: "t1" }, "rows", template)).toEqual({ into: rows, index: 2 });
    expect(at({ kind: "column", block: "t1", column: "c3" }, "rows", template)).toEqual({ into: rows, index: 2 });
    expect(at({ kind: "block", block: "t1" }, "columns", template)).toEqual({ into: columns, index: 3 });
  });

  it("is the only table where nothing is selected, and nowhere where another kind of block is", () => {
    expect(at(undefined, "rows")).toEqual({ into: rows, index: 2 });
    expect(at({ kind: "document" }, "rows")).toEqual({ into: rows, index: 2 });
    expect(at({ kind: "block", block: "n1" }, "rows")).toBeUndefined();
    // A group of inputs and a list: which is meant is not said.
    expect(at(undefined, "fields")).toBeUndefined();
    expect(at({ kind: "block", block: "l1" }, "fields")).toEqual({ into: { kind: "fields", block: "l1" }, index: 1 });
  });
});

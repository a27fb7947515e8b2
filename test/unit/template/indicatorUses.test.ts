import { describe, expect, test } from "vitest";
import { indicatorUsesOf } from "@/lib/template";
import { base, baseWith } from "./base";
import { sample } from "./openSample";

describe("where a template uses indicators", () => {
  test("is told of fields, lists, columns under heads, rows under labels, and cells", () => {
    const template = baseWith(({ blocks }, table) => {
      for (const block of blocks) {
        if (block.kind === "fields") block.fields[0] = { id: "dan_so", label: { vi: "Dân số" }, type: "integer", indicator: "DS_01" };
        if (block.kind === "list") block.columns.push({ id: "so", label: { vi: "Số" }, type: "number", indicator: "DS_02" });
      }
      const head = table.columns[1];
      if (head?.kind !== "group") throw new Error("the base has a head");
      head.columns[1] = { kind: "value", id: "c4", label: { vi: "Cũ" }, indicator: "TP_03" };
      const inner = table.rows[0]?.rows?.[1]?.rows;
      inner?.push({ kind: "indicator", id: "r15", label: { vi: "C" }, indicator: "TP_02" });
      table.cells = [{ row: "r21", column: "c3", indicator: "TP_04" }];
    });
    expect(indicatorUsesOf(template)).toEqual([
      { indicator: "DS_01", at: "f.dan_so", labels: [{ vi: "Dân số" }] },
      { indicator: "DS_02", at: "l1.so", labels: [{ vi: "Số" }] },
      { indicator: "TP_03", at: "t1.c4", labels: [{ vi: "Cũ" }] },
      { indicator: "TP_01", at: "t1.r11", labels: [{ vi: "Tư pháp" }] },
      { indicator: "TP_02", at: "t1.r15", labels: [{ vi: "C" }] },
      { indicator: "TP_04", at: "t1.r21.c3", labels: [{ vi: "B" }, { vi: "Mới" }] },
    ]);
  });

  test("tells each place of an indicator that is used twice", () => {
    const template = baseWith((_, table) => {
      table.cells = [{ row: "r13", column: "c3", indicator: "TP_01" }];
    });
    expect(indicatorUsesOf(template).map(({ at }) => at)).toEqual(["t1.r11", "t1.r13.c3"]);
  });

  test("is nothing where none is named", () => {
    const template = base();
    expect(indicatorUsesOf({ ...template, blocks: template.blocks.filter(({ kind }) => kind !== "table") })).toEqual([]);
  });

  test("is found in the samples", () => {
    const codes = indicatorUsesOf(sample("KTXH-THANG")).map(({ indicator }) => indicator);
    expect([...codes].sort()).toEqual(["KTXH_01", "KTXH_02", "KTXH_03", "KTXH_04", "KTXH_05"]);
  });
});

import { describe, expect, it } from "vitest";
import { offersOf, searchOffers, valuesOfRow } from "@/components/designer/blocks/pickableValues";
import type { Speech } from "@/components/designer/blocks/referenceWords";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "A",
  title: { vi: "A" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      title: { vi: "Sản xuất tháng {month}" },
      unit: "tấn",
      decimals: 1,
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Thực hiện" },
          columns: [
            { kind: "value", id: "c2", label: { vi: "Sản lượng" } },
            { kind: "value", id: "c3", label: { vi: "So cùng kỳ" }, type: "percent" },
          ],
        },
        { kind: "value", id: "c4", label: { vi: "Ghi chú" }, type: "text" },
      ],
      rows: [{ kind: "indicator", id: "r1", number: "1", label: { vi: "Trồng trọt" } }],
    },
    { kind: "fields", id: "fs1", fields: [{ id: "ho", label: { vi: "Số hộ" }, type: "integer", unit: "hộ" }] },
  ],
};
const speech: Speech = { locale: "vi", params: { month: 3 }, table: (n) => `Bảng ${n}`, indicator: (code) => code, nameless: "?" };

describe("the list that a value is chosen from", () => {
  it("leads over tables and rows, and ends with the fields", () => {
    expect(offersOf(template, speech)).toEqual([
      { kind: "row", ref: "t1.r1", names: ["Bảng 1: Sản xuất tháng 3", "1 Trồng trọt"], sample: undefined, unit: undefined },
      { kind: "value", ref: "f.ho", names: ["Số hộ"], sample: "1.235", unit: "hộ" },
    ]);
  });

  it("gives the columns of a row under their heads, printed as the report prints them", () => {
    expect(valuesOfRow(template, "t1.r1", speech)).toEqual([
      { kind: "value", ref: "t1.r1.c2", names: ["Thực hiện", "Sản lượng"], sample: "1.234,6", unit: "tấn" },
      { kind: "value", ref: "t1.r1.c3", names: ["Thực hiện", "So cùng kỳ"], sample: "1.234,57", unit: "%" },
      { kind: "value", ref: "t1.r1.c4", names: ["Ghi chú"], sample: undefined, unit: undefined },
    ]);
    expect(valuesOfRow(template, "t1.gone", speech)).toEqual([]);
  });

  it("is searched by words in any order, without their marks", () => {
    const offers = offersOf(template, speech);
    expect(searchOffers(offers, "trot  san xuat").map(({ ref }) => ref)).toEqual(["t1.r1"]);
    expect(searchOffers(offers, "HO").map(({ ref }) => ref)).toEqual(["f.ho"]);
    expect(searchOffers(offers, "không có")).toEqual([]);
    expect(searchOffers(offers, " ")).toEqual(offers);
  });
});

import { expect, it } from "vitest";
import { formulaNames } from "@/components/report/formulaNames";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "TEN",
  title: { vi: "Tên" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Đã giải quyết" },
          columns: [
            { kind: "value", id: "c7", number: "(7)=(8)+(9)", label: { vi: "Tổng số" } },
            { kind: "value", id: "c8", number: "(8)", label: { vi: "Trước hạn" } },
          ],
        },
        { kind: "value", id: "cA", number: "A", label: { vi: "Trong quý" } },
        { kind: "value", id: "c9", label: { vi: "Ghi thêm" } },
      ],
      rows: [{ kind: "indicator", id: "r01", number: "1", label: { vi: "Hộ tịch" } }],
    },
  ],
};

it("Columns are called with the heads above them and their own number once, however the form prints it", () => {
  const name = formulaNames(template, "t1", ({ vi }) => vi);
  expect(["c7", "c8", "cA", "c9", "r01"].map((id) => name([id]))).toEqual([
    "(7) Đã giải quyết – Tổng số",
    "(8) Đã giải quyết – Trước hạn",
    "(A) Trong quý",
    "Ghi thêm",
    "1. Hộ tịch",
  ]);
  expect(name(["r01", "c7"])).toBe("“1. Hộ tịch” – “(7) Đã giải quyết – Tổng số”");
});

import { expect, it } from "vitest";
import { placeNames } from "@/components/report/placeNames";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "TEN",
  title: { vi: "Tên" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "fields", id: "fs", fields: [{ id: "lap", label: { vi: "Người lập" }, type: "text" }] },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
      ],
      rows: [
        {
          kind: "indicator",
          id: "r1",
          label: { vi: "Nhà đầu tư" },
          repeat: { by: "entries", prompt: { vi: "Thêm" } },
          rows: [{ kind: "indicator", id: "r2", number: "1", label: { vi: "Bằng tiền" } }],
        },
      ],
    },
    { kind: "list", id: "l1", title: { vi: "Vướng mắc" }, columns: [{ id: "nd", label: { vi: "Nội dung" }, type: "text" }] },
  ],
};

it("A place is called by its words, and in added rows by which of them", () => {
  const entries: Readonly<Record<string, readonly { id: string; label: string }[]>> = {
    l1: [
      { id: "a", label: "1" },
      { id: "b", label: "3" },
    ],
    "t1.r1": [{ id: "k", label: "Kansai Ltd" }],
  };
  const name = placeNames(
    template,
    ({ vi }) => vi,
    (of) => entries[of] ?? [],
  );
  expect(["f.lap", "t1.r2@k.c2", "t1.r1@k", "l1@b.nd", "e.l1", "l1@gone.nd"].map(name)).toEqual([
    "Người lập",
    "1 Bằng tiền – Thực hiện (Kansai Ltd)",
    "Nhà đầu tư (Kansai Ltd)",
    "Vướng mắc – Nội dung (#2)",
    "Vướng mắc",
    "Vướng mắc – Nội dung",
  ]);
});

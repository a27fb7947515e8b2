import { expect, it } from "vitest";
import { entryPlaces } from "@/lib/form";
import type { CellAddress } from "@/lib/form/content";
import type { Template } from "@/lib/template";

const label = (vi: string) => ({ vi });
const template: Template = {
  format: 1,
  code: "THU",
  title: label("Thử"),
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [{ kind: "value", id: "c1", label: label("Số") }],
      rows: [
        {
          kind: "indicator",
          id: "r1",
          label: label("Dự án"),
          repeat: { by: "entries", prompt: label("Thêm") },
          rows: [{ kind: "indicator", id: "r2", label: label("Vốn") }],
        },
        { kind: "indicator", id: "u", label: label("Xã"), repeat: { by: "units" } },
      ],
    },
    { kind: "list", id: "l1", title: label("Vướng mắc"), columns: [{ id: "ten", label: label("Tên"), type: "text" }] },
  ],
};

it("tells the entry of a cell, also in rows under the repeated one, and none for rows and columns of units", () => {
  const placeOf = entryPlaces(template);
  const told = ["t1.r1@x.c1", "t1.r2@x.c1@H13~05", "l1@y.ten", "t1.u@x.c1", "t1.r1.c1@x", "t1.r1.c1", "f.a", "n.n1", "e.t1.r1"].map((at) =>
    placeOf(at as CellAddress),
  );
  const none = undefined;
  expect(told).toEqual([{ of: "t1.r1", id: "x" }, { of: "t1.r1", id: "x" }, { of: "l1", id: "y" }, none, none, none, none, none, none]);
});

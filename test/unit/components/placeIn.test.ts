import { describe, expect, it } from "vitest";
import { placeIn } from "@/components/grid/placeIn";
import { openForm, tableView } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "CHO",
  title: { vi: "Chỗ" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Tổng số" }, formula: "c3 + c4" },
        { kind: "value", id: "c3", label: { vi: "Nam" } },
        { kind: "value", id: "c4", label: { vi: "Nữ" } },
      ],
      rows: [
        { kind: "group", id: "g1", label: { vi: "Nhóm" } },
        { kind: "indicator", id: "r01", label: { vi: "Một" } },
        { kind: "indicator", id: "r02", label: { vi: "Hai" } },
        { kind: "total", id: "r09", label: { vi: "Cộng" } },
      ],
    },
  ],
};
const compiled = compileForm(template);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const form = openForm(compiled.value.form, { period: "2026-03", units: [], history: {} });
const view = tableView(form, "t1");
if (!view) throw new Error("no view");
const place = (at: string) => placeIn(view, at, (cell) => form.info(cell));

describe("the place of an address", () => {
  it("is the cell itself", () => {
    expect(place("t1.r02.c4")).toEqual({ row: 2, column: 2 });
    expect(place("t1.r09.c2")).toEqual({ row: 3, column: 0 });
  });

  it("is the first cell to fill in a row, a column or the table that breaks a rule", () => {
    expect(place("t1.r02")).toEqual({ row: 2, column: 1 });
    expect(place("t1.c4")).toEqual({ row: 1, column: 2 });
    expect(place("t1")).toEqual({ row: 1, column: 1 });
  });

  it("is a computed cell where nothing is to fill", () => {
    expect(place("t1.r09")).toEqual({ row: 3, column: 0 });
    expect(place("t1.c2")).toEqual({ row: 1, column: 0 });
  });

  it("is none where nothing bears the address", () => {
    for (const at of ["t2", "t1.r99", "t1.r01.c9", "t1.g1"]) expect(place(at)).toBeUndefined();
  });
});

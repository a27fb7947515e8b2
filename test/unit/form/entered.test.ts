import { describe, expect, it } from "vitest";
import { entered, openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "DEM",
  title: { vi: "Đếm ô" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "fields",
      id: "fs",
      fields: [
        { id: "lap", label: { vi: "Người lập" }, type: "text" },
        { id: "loai", label: { vi: "Loại" }, type: "text", default: "thường" },
      ],
    },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Kế hoạch" } },
        { kind: "value", id: "c3", label: { vi: "Gấp đôi" }, formula: "c2 * 2" },
      ],
      rows: [
        { kind: "indicator", id: "r01", label: { vi: "Thu" } },
        { kind: "indicator", id: "r02", label: { vi: "Chi" } },
        { kind: "indicator", id: "r03", label: { vi: "Dự án" }, repeat: { by: "entries", prompt: { vi: "Thêm dự án" } } },
        { kind: "total", id: "r04", label: { vi: "Tổng" } },
      ],
    },
    { kind: "narrative", id: "n1", prompt: { vi: "Nhận xét" } },
  ],
};
const compiled = compileForm(template);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const { form: compiledForm } = compiled.value;
const paragraph = (text: string) =>
  ({ type: "doc", content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }] }) as const;

const opened = (
  values: Readonly<Record<string, CellValue>> = {},
  entries: Readonly<Record<string, { id: string; label: string }[]>> = {},
) => {
  const form = openForm(compiledForm, { period: "2026-03", units: [], history: {} }, { cells: {}, narrative: {}, entries });
  const { refused } = form.apply(Object.entries(values).map(([at, value]) => ({ at: at as CellAddress, value })));
  expect(refused).toEqual([]);
  return form;
};

describe("what was entered", () => {
  it("counts the cells that take a value, and names the first that is blank: computed ones are none of them", () => {
    expect(entered(opened(), {})).toEqual({ cells: 4, filled: 0, nextBlank: "t1.r01.c2", nothing: true });
    expect(entered(opened({ "f.lap": "Lan", "f.loai": "gấp", "t1.r01.c2": 5 }), {})).toEqual({
      cells: 4,
      filled: 3,
      nextBlank: "t1.r02.c2",
      nothing: false,
    });
    const full = opened({ "f.lap": "Lan", "f.loai": "gấp", "t1.r01.c2": 5, "t1.r02.c2": "x" });
    expect(entered(full, {})).toMatchObject({ filled: 4, nextBlank: undefined });
  });

  it("is something once a figure, a zero, a mark or a text stands", () => {
    for (const value of [7, 0, "-", "x"]) expect([value, entered(opened({ "t1.r01.c2": value }), {}).nothing]).toEqual([value, false]);
    expect(entered(opened({ "f.lap": "Lan" }), {}).nothing).toBe(false);
  });

  it("is nothing where the template's defaults alone stand, or a section without a letter", () => {
    const untouched = openForm(compiledForm, { period: "2026-03", units: [], history: {} });
    expect(entered(untouched, { n1: paragraph("  ") })).toMatchObject({ cells: 4, filled: 1, nothing: true });
  });

  it("is something with a section that was written or a row that was added, whose cells count", () => {
    expect(entered(opened(), { n1: paragraph("Không phát sinh.") }).nothing).toBe(false);
    expect(entered(opened({}, { "t1.r03": [{ id: "a", label: "Cầu" }] }), {})).toMatchObject({ cells: 5, filled: 0, nothing: false });
  });
});

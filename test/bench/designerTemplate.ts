import type { Column, Row, Template } from "@/lib/template";

const groups = 9;
const columnsInGroup = 4;
const rowGroups = 50;
const rowsInGroup = 9;

const columns: Column[] = [
  { kind: "number", id: "c1", label: { vi: "STT" } },
  { kind: "label", id: "c2", label: { vi: "Chỉ tiêu" } },
  { kind: "unit", id: "c3", label: { vi: "Đơn vị tính" } },
  ...Array.from({ length: groups }, (_, group): Column => {
    const first = 4 + group * columnsInGroup;
    return {
      kind: "group",
      id: `g${group + 1}`,
      label: { vi: `Nhóm cột ${group + 1}` },
      columns: Array.from(
        { length: columnsInGroup },
        (_, at): Column => ({
          kind: "value",
          id: `c${first + at}`,
          label: { vi: at === 0 ? "Tổng số" : `Thành phần ${at}` },
          ...(at === 0 ? { formula: `c${first + 1} + c${first + 2} + c${first + 3}` } : {}),
        }),
      ),
    };
  }),
  { kind: "value", id: "c40", label: { vi: "Tỷ lệ" }, type: "percent", formula: "percent(c4, c8)" },
];

const rows: Row[] = Array.from({ length: rowGroups }, (_, group): Row => {
  const first = group * (rowsInGroup + 1) + 1;
  return {
    kind: "group",
    id: `r${first}`,
    label: { vi: `Nhóm chỉ tiêu ${group + 1}` },
    formula: "sum(children)",
    rows: Array.from(
      { length: rowsInGroup },
      (_, at): Row => ({
        kind: "indicator",
        id: `r${first + at + 1}`,
        label: { vi: `Chỉ tiêu ${at + 1} của nhóm ${group + 1}` },
        unit: "ha",
      }),
    ),
  };
});

/** A table of 500 rows in groups and 40 columns under heads, a quarter of its columns and a tenth of its rows computed. */
export const designerTemplate: Template = {
  format: 1,
  code: "DO",
  title: { vi: "Biểu 500 hàng, 40 cột" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [{ kind: "table", id: "t1", numberingRow: true, rowNumbering: ["roman", "arabic"], columns, rows }],
};

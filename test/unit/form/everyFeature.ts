import type { Template } from "@/lib/template";

/** A small form, written by hand, in which every feature of tables, fields and lists stands once. */
export const everyFeature: Template = {
  format: 1,
  code: "EVERY",
  title: { vi: "Mọi tính năng" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    {
      kind: "fields",
      id: "p",
      fields: [
        { id: "rate", code: "ty_gia", label: { vi: "Tỷ giá" }, type: "number", decimals: 3, default: 2 },
        { id: "note", label: { vi: "Ghi chú" }, type: "text", maxLength: 10 },
        { id: "double", label: { vi: "Gấp đôi" }, type: "number", formula: "rate * 2" },
      ],
    },
    {
      kind: "table",
      id: "t1",
      unit: "triệu đồng",
      columns: [
        { kind: "label", id: "name", label: { vi: "Chỉ tiêu" } },
        {
          kind: "group",
          id: "g",
          label: { vi: "Thực hiện" },
          columns: [
            { kind: "value", id: "c1", label: { vi: "Kế hoạch" }, decimals: 1, min: 0 },
            { kind: "value", id: "c2", code: "thuc_hien", label: { vi: "Thực hiện" }, decimals: 1, required: true },
          ],
        },
        { kind: "value", id: "c3", label: { vi: "Lũy kế" }, decimals: 1, formula: "ytd(c2)", when: { exceptOrdinals: [1] } },
        { kind: "value", id: "c4", label: { vi: "%" }, type: "percent", formula: "c2 / c1 * 100" },
        { kind: "value", id: "c5", label: { vi: "Đạt" }, type: "boolean" },
        { kind: "value", id: "c6", label: { vi: "Ghi chú" }, type: "text" },
      ],
      rows: [
        {
          kind: "group",
          id: "r1",
          label: { vi: "Thu" },
          formula: "sum(children)",
          rows: [
            { kind: "indicator", id: "r2", label: { vi: "Thuế" } },
            { kind: "indicator", id: "r3", label: { vi: "Phí" } },
            {
              kind: "label",
              id: "some",
              label: { vi: "Trong đó" },
              breakdown: "some",
              rows: [{ kind: "indicator", id: "r4", label: { vi: "Phí chợ" } }],
            },
            {
              kind: "label",
              id: "all",
              label: { vi: "Chia ra" },
              breakdown: "all",
              rows: [{ kind: "indicator", id: "r5", label: { vi: "Khác" }, lock: "x" }],
            },
          ],
        },
        {
          kind: "indicator",
          id: "r6",
          label: { vi: "Dự án" },
          repeat: { by: "entries", prompt: { vi: "Thêm dự án" }, min: 1, max: 3 },
        },
        { kind: "subtotal", id: "s1", label: { vi: "Cộng" } },
        { kind: "indicator", id: "r7", label: { vi: "Đổi ra tiền" }, formula: "s1 * f.rate" },
        { kind: "total", id: "sum", label: { vi: "Tổng số" } },
      ],
      cells: [
        { row: "r2", column: "c1", default: 5 },
        { row: "r5", column: "c1", lock: "none" },
        { row: "r3", column: "c4", formula: "c2 - prev(c2)", type: "number", decimals: 1 },
      ],
      checks: [{ id: "k1", formula: "c2 <= c1", rows: ["r2", "r3"], severity: "warning", message: { vi: "Thực hiện vượt kế hoạch" } }],
    },
    {
      kind: "table",
      id: "t2",
      columns: [
        { kind: "label", id: "name", label: { vi: "Đơn vị" } },
        { kind: "value", id: "a", label: { vi: "a" }, type: "integer" },
        {
          kind: "group",
          id: "by",
          label: { vi: "Từng xã" },
          repeat: { by: "units" },
          columns: [{ kind: "value", id: "b", label: { vi: "b" }, type: "integer" }],
        },
        { kind: "value", id: "all", label: { vi: "Cộng" }, type: "integer", formula: "sum(b)" },
      ],
      rows: [
        { kind: "indicator", id: "u", label: { vi: "Xã" }, repeat: { by: "units" } },
        { kind: "total", id: "tu", label: { vi: "Tổng" }, formula: "sum(units)" },
        { kind: "indicator", id: "far", label: { vi: "Từ bảng khác" }, formula: "t1.r2.c2 + f.rate", type: "number", decimals: 3 },
      ],
    },
    {
      kind: "list",
      id: "l1",
      title: { vi: "Sự cố" },
      columns: [
        { id: "what", label: { vi: "Việc" }, type: "text" },
        { id: "n", label: { vi: "Số" }, type: "integer" },
        { id: "m", label: { vi: "Gấp ba" }, type: "integer", formula: "n * 3" },
      ],
    },
    { kind: "narrative", id: "n1", prompt: { vi: "Đánh giá" }, required: true },
  ],
};

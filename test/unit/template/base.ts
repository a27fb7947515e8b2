import type { Table, Template } from "@/lib/template";

/** A small sound form, in which every kind of block and row stands; the tests break one thing of it at a time. */
export const base = (): Template => ({
  format: 1,
  code: "THU-01",
  title: { vi: "Báo cáo thử tháng {month}" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", level: 1, text: { vi: "Kết quả" } },
    { kind: "text", id: "x1", text: { vi: "Tổng số {{t1.r10.c4}} hồ sơ, dân số {{f.dan_so}}." } },
    { kind: "narrative", id: "n1", prompt: { vi: "Đánh giá" }, minLength: 10, maxLength: 100 },
    {
      kind: "fields",
      id: "fs1",
      fields: [
        { id: "dan_so", label: { vi: "Dân số" }, type: "integer" },
        { id: "loai", label: { vi: "Loại" }, type: "choice", choices: [{ value: "a", label: { vi: "A" } }] },
      ],
    },
    {
      kind: "table",
      id: "t1",
      numberingRow: true,
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" }, number: "1" },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Hồ sơ" },
          columns: [
            { kind: "value", id: "c3", code: "moi", label: { vi: "Mới" }, number: "2", type: "integer" },
            { kind: "value", id: "c4", label: { vi: "Cũ" }, number: "3", type: "integer" },
          ],
        },
        { kind: "value", id: "c5", label: { vi: "Tỷ lệ" }, type: "percent", formula: "percent(c3, c4)" },
      ],
      rows: [
        {
          kind: "group",
          id: "r10",
          label: { vi: "Tổng" },
          formula: "sum(children)",
          rows: [
            { kind: "indicator", id: "r11", code: "tu_phap", label: { vi: "Tư pháp" }, indicator: "TP_01" },
            {
              kind: "label",
              id: "r12",
              label: { vi: "Chia ra" },
              breakdown: "all",
              rows: [{ kind: "indicator", id: "r13", label: { vi: "A" } }],
            },
            { kind: "indicator", id: "r14", label: { vi: "Đơn vị" }, repeat: { by: "units" } },
          ],
        },
        { kind: "group", id: "r20", label: { vi: "Đầu mục" }, rows: [{ kind: "indicator", id: "r21", label: { vi: "B" } }] },
      ],
      cells: [{ row: "r11", column: "c3", lock: "x" }],
      checks: [{ id: "k1", formula: "c3 <= c4", severity: "error", message: { vi: "Mới không quá cũ" } }],
    },
    { kind: "list", id: "l1", title: { vi: "Danh sách" }, columns: [{ id: "ten", label: { vi: "Tên" }, type: "text" }] },
    { kind: "pageBreak", id: "p1" },
    { kind: "recipients", id: "rc1", items: [{ vi: "Lưu: VT" }] },
    { kind: "signature", id: "sg1", signers: [{ position: { vi: "Chủ tịch" } }] },
  ],
});

/** The base with something done to it. */
export function baseWith(change: (template: Template, table: Table) => void): Template {
  const template = base();
  const table = template.blocks.find((block) => block.kind === "table");
  if (!table) throw new Error("the base has a table");
  change(template, table);
  return template;
}

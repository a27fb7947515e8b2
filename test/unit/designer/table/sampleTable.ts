import type { Column, Row, Table, Template } from "@/lib/template";

export const value = (id: string): Column => ({ kind: "value", id, label: { vi: id } });
export const headOver = (id: string, ...columns: Column[]): Column => ({ kind: "group", id, label: { vi: id }, columns });
export const row = (id: string, ...rows: Row[]): Row => ({
  kind: "indicator",
  id,
  label: { vi: id },
  ...(rows.length > 0 ? { rows } : {}),
});

/**
 * ┌────┬────┬──────────────┬────┐
 * │ c1 │ c2 │ g1           │ c6 │    r1
 * │    │    ├────┬─────────┤    │      r2
 * │    │    │ c3 │ g2      │    │        r3
 * │    │    │    ├────┬────┤    │      r4
 * │    │    │    │ c4 │ c5 │    │    r5
 * └────┴────┴────┴────┴────┴────┘    w1 (a heading without figures), r6 under it
 */
export const sampleTable: Table = {
  kind: "table",
  id: "t1",
  numberingRow: true,
  columns: [
    { kind: "number", id: "c1", label: { vi: "STT" } },
    { kind: "label", id: "c2", label: { vi: "Chỉ tiêu" } },
    headOver("g1", value("c3"), headOver("g2", value("c4"), value("c5"))),
    value("c6"),
  ],
  rows: [row("r1", row("r2", row("r3")), row("r4")), row("r5"), { kind: "group", id: "w1", label: { vi: "Nhóm" }, rows: [row("r6")] }],
};

export const templateOf = (...tables: Table[]): Template => ({
  format: 1,
  code: "MAU",
  title: { vi: "Mẫu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: tables,
});

import type { Column, FigureRow, Row, Template } from "@/lib/template";

/** Rows of a block, of which the last is the subtotal of the others. */
export const BLOCK_ROWS = 100;

const SUM_OF_ROWS = "sum(children) + f.k";

const value = (id: string, more: Partial<Extract<Column, { kind: "value" }>> = {}): Column => ({
  kind: "value",
  id,
  label: { vi: id },
  type: "number",
  decimals: 0,
  ...more,
});

/**
 * The columns: 13 entered (six of whole numbers, seven of two decimals), 7 computed. Every formula, sums of rows
 * included, reads the parameter `f.k`, so that editing it recalculates them all; c20 reads the grand total of c13 in
 * every row.
 */
export const columns: readonly Column[] = [
  { kind: "label", id: "label", label: { vi: "Chỉ tiêu" } },
  ...["c1", "c2", "c3", "c4", "c5", "c6"].map((id) => value(id)),
  ...["c7", "c8", "c9", "c10", "c11", "c12", "c13"].map((id) => value(id, { decimals: 2 })),
  value("c14", { formula: "c1 + c2 + f.k" }),
  value("c15", { formula: "c3 + c4 + c5 + f.k" }),
  value("c16", { formula: "c14 - c15 + f.k" }),
  value("c17", { formula: "c7 * c8 * f.k", decimals: 2 }),
  value("c18", { formula: "c9 + c10 - f.k", decimals: 2 }),
  value("c19", { formula: "percent(c14, c15 + f.k)", type: "percent" }),
  value("c20", { formula: "c13 / (total.c13 + f.k) * 100", type: "percent" }),
];

/** Ids of the value columns, in order. */
export const columnIds = columns.flatMap((column) => (column.kind === "value" ? [column.id] : []));

/** A form of so many rows × 20 columns, a third of it computed, with a subtotal every hundred rows and a total. */
export function largeTemplate(rowCount: number): Template {
  const rows: Row[] = Array.from({ length: rowCount }, (_, i): FigureRow => {
    const subtotal = i % BLOCK_ROWS === BLOCK_ROWS - 1;
    return {
      kind: subtotal ? "subtotal" : "indicator",
      id: `r${i}`,
      label: { vi: `Hàng ${i}` },
      ...(subtotal ? { formula: SUM_OF_ROWS } : {}),
    };
  });
  rows.push({ kind: "total", id: "total", label: { vi: "Tổng số" }, formula: SUM_OF_ROWS });
  return {
    format: 1,
    code: "BENCH",
    title: { vi: "Biểu lớn" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A3", orientation: "landscape" },
    blocks: [
      {
        kind: "fields",
        id: "p",
        fields: [{ id: "k", label: { vi: "Hệ số" }, type: "number", decimals: 0 }],
      },
      { kind: "table", id: "t", columns: [...columns], rows },
    ],
  };
}

import type { NameSpace } from "./bind";
import type { CellReference } from "./compiled";
import type { Layout } from "./layout";

/** Where each catalogued indicator stands: a cell, or a whole row or column. */
export function indicatorsOf(layout: Layout): NameSpace["indicators"] {
  const found = new Map<string, Omit<CellReference, "kind">[]>();
  const add = (code: string | undefined, table: number, row: number | null, column: number | null): void => {
    if (code !== undefined) found.set(code, [...(found.get(code) ?? []), { table, row, column }]);
  };
  for (const [t, table] of layout.tables.entries()) {
    for (const [c, column] of table.columns.entries()) add(column.own.indicator, t, table.kind === "fields" ? 0 : null, c);
    for (const [r, row] of table.rows.entries()) add(row.own.indicator, t, r, null);
    for (const [key, own] of Object.entries(table.cells)) {
      if (own.indicator === undefined) continue;
      const [rowId, columnId] = key.split(".");
      const row = table.rows.findIndex(({ id }) => id === rowId);
      const column = table.columns.findIndex(({ id }) => id === columnId);
      if (row >= 0 && column >= 0) add(own.indicator, t, row, column);
    }
  }
  return found;
}

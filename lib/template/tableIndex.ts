import type { ColumnGroup, Table, ValueColumn } from "./template.types";
import { type FlatRow, flatRows, hasFigures, type LeafColumn, leafColumns } from "./walk";

/** A table's parts by id, for the checks that follow references. */
export interface TableIndex {
  readonly table: Table;
  readonly rows: ReadonlyMap<string, FlatRow>;
  readonly leaves: ReadonlyMap<string, LeafColumn>;
  readonly groups: readonly { readonly group: ColumnGroup; readonly depth: number; readonly parents: readonly ColumnGroup[] }[];
}

export function indexTable(table: Table): TableIndex {
  const groups: { group: ColumnGroup; depth: number; parents: readonly ColumnGroup[] }[] = [];
  const visit = (columns: Table["columns"], parents: readonly ColumnGroup[]): void => {
    for (const column of columns) {
      if (column.kind !== "group") continue;
      groups.push({ group: column, depth: parents.length, parents });
      visit(column.columns, [...parents, column]);
    }
  };
  visit(table.columns, []);
  return {
    table,
    rows: new Map(flatRows(table).map((flat) => [flat.row.id, flat])),
    leaves: new Map(leafColumns(table).map((leaf) => [leaf.column.id, leaf])),
    groups,
  };
}

/** Why a row and column name no cell of a table; undefined where there is one. */
export type NoCell = "unknownRow" | "unknownColumn" | "rowWithoutFigures" | "columnWithoutValues";

export function whyNoCell(index: TableIndex, row: string, column: string): NoCell | undefined {
  const flat = index.rows.get(row);
  if (!flat) return "unknownRow";
  const leaf = index.leaves.get(column);
  if (!leaf) return "unknownColumn";
  if (!hasFigures(flat.row)) return "rowWithoutFigures";
  return leaf.column.kind === "value" ? undefined : "columnWithoutValues";
}

/** The value column of an id, if it is one. */
export function valueColumnOf(index: TableIndex, id: string): ValueColumn | undefined {
  const column = index.leaves.get(id)?.column;
  return column?.kind === "value" ? column : undefined;
}

import type { ColumnGroup, Field, Fields, FigureRow, FixedColumn, List, Repeat, Row, Table, Template, ValueColumn } from "./template.types";

/** A column that holds cells or row heads, with the heads over it, outermost first. */
export interface LeafColumn {
  readonly column: ValueColumn | FixedColumn;
  readonly groups: readonly ColumnGroup[];
  /** The head that is repeated over units and holds this column. */
  readonly repeatedBy: ColumnGroup | undefined;
}

/** The columns at the ends of a table's column tree, left to right. */
export function leafColumns(table: Pick<Table, "columns">): readonly LeafColumn[] {
  const leaves: LeafColumn[] = [];
  const visit = (columns: Table["columns"], groups: readonly ColumnGroup[], repeatedBy: ColumnGroup | undefined): void => {
    for (const column of columns) {
      if (column.kind === "group") visit(column.columns, [...groups, column], column.repeat ? column : repeatedBy);
      else leaves.push({ column, groups, repeatedBy });
    }
  };
  visit(table.columns, [], undefined);
  return leaves;
}

/** A row in document order. */
export interface FlatRow {
  readonly row: Row;
  /** 0 for rows of the table itself. */
  readonly depth: number;
  /** Rows over it, outermost first. */
  readonly parents: readonly Row[];
  /** The row whose repetition this row takes part in: itself or one over it. */
  readonly repeatedBy: FigureRow | undefined;
}

/** All rows of a table, top to bottom as printed. */
export function flatRows(table: Pick<Table, "rows">): readonly FlatRow[] {
  const flat: FlatRow[] = [];
  const visit = (rows: readonly Row[], parents: readonly Row[], repeatedBy: FigureRow | undefined): void => {
    for (const row of rows) {
      const repeat = repeatOf(row);
      const repeater = repeat && row.kind !== "label" ? row : repeatedBy;
      flat.push({ row, depth: parents.length, parents, repeatedBy: repeater });
      if (row.rows) visit(row.rows, [...parents, row], repeater);
    }
  };
  visit(table.rows, [], undefined);
  return flat;
}

/** How a row is repeated, if it is. */
export const repeatOf = (row: Row): Repeat | undefined => (row.kind === "label" ? undefined : row.repeat);

/** Whether a row has cells: labels never have, groups only by a formula of their own (else they are headings across the table). */
export function hasFigures(row: Row): row is FigureRow {
  if (row.kind === "label") return false;
  return row.kind !== "group" || row.formula !== undefined;
}

/** The tables of a template, in document order. */
export const tablesOf = (template: Template): readonly Table[] => template.blocks.filter((block) => block.kind === "table");

/** The lists of a template, in document order. */
export const listsOf = (template: Template): readonly List[] => template.blocks.filter((block) => block.kind === "list");

/** The single inputs of a template, in document order. */
export const fieldsOf = (template: Template): readonly Field[] =>
  template.blocks.filter((block): block is Fields => block.kind === "fields").flatMap((block) => block.fields);

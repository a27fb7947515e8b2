import type { Cell, Check, Column, Row, Table } from "@/lib/template";
import { numberRows } from "./numberRows";
import { innerOf } from "./tableShape";

/** A table without empty lists and empty declarations, cells in its order, rows numbered. */
export function tidyTable(table: Table): Table {
  const rows = dropEmptyRows(table.rows);
  const { cells, checks, ...rest } = table;
  const { note, ...before } = rest;
  const whole: Table = {
    ...before,
    rows: numberRows(rows, table.rowNumbering),
    ...someOf("cells", cells?.filter(saysSomething)),
    ...someOf("checks", checks),
    ...(note === undefined ? {} : { note }),
  };
  return sortCells(whole);
}

const someOf = <K extends string, T extends Cell | Check>(key: K, list: T[] | undefined): { [P in K]?: T[] } =>
  (list === undefined || list.length === 0 ? {} : { [key]: list }) as { [P in K]?: T[] };

/** Whether a declared cell has anything beside the names of its row and column. */
export const saysSomething = (cell: Cell): boolean => Object.keys(cell).length > 2;

function dropEmptyRows(rows: Row[]): Row[] {
  return rows.map((row) => {
    if (row.rows === undefined) return row;
    if (row.rows.length > 0) return { ...row, rows: dropEmptyRows(row.rows) };
    const { rows: _none, ...rest } = row;
    return rest;
  });
}

/** Declared cells in the order that the table is read in; what names no row or column comes last. The same table where nothing is out of place. */
export function sortCells(table: Table): Table {
  const { cells } = table;
  if (cells === undefined || cells.length < 2) return table;
  const rows = orderOf(table.rows);
  const columns = orderOf(table.columns);
  const rank = (order: ReadonlyMap<string, number>, id: string): number => order.get(id) ?? order.size;
  const compare = (a: Cell, b: Cell): number =>
    rank(rows, a.row) - rank(rows, b.row) ||
    rank(columns, a.column) - rank(columns, b.column) ||
    compareIds(a.row, b.row) ||
    compareIds(a.column, b.column);
  const isSorted = cells.every((cell, i) => {
    const before = cells[i - 1];
    return before === undefined || compare(before, cell) <= 0;
  });
  return isSorted ? table : { ...table, cells: cells.toSorted(compare) };
}

// By code units: the same everywhere, whatever the language of the machine.
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function orderOf(parts: readonly (Row | Column)[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const visit = (list: readonly (Row | Column)[]): void => {
    for (const part of list) {
      if (!order.has(part.id)) order.set(part.id, order.size);
      const inner = innerOf(part);
      if (inner) visit(inner);
    }
  };
  visit(parts);
  return order;
}

import type { FormulaHome } from "@/lib/form/compile";
import { flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

type Cell = Extract<Place, { kind: "cell" }>;

/** One step of an arrow key. */
export interface Step {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

/** Where pointing by arrows begins: the cell that is looked at, else the first of the formula's row or column; undefined outside of tables. */
export function pointingStart(template: Template, home: FormulaHome, looked: Place | undefined): Cell | undefined {
  if (home.kind === "field" || home.kind === "check") return undefined;
  const { rows, columns } = linesOf(template, home.block);
  const row = "row" in home ? home.row : looked?.kind === "cell" && looked.block === home.block ? looked.row : rows[0];
  const column = "column" in home ? home.column : looked?.kind === "cell" && looked.block === home.block ? looked.column : columns[0];
  return row === undefined || column === undefined ? undefined : { kind: "cell", block: home.block, row, column };
}

/** The next cell of figures in the direction of an arrow; the same at an edge. */
export function pointingStep(template: Template, from: Cell, step: Step): Cell {
  const { rows, columns } = linesOf(template, from.block);
  return { ...from, row: moved(rows, from.row, step.rows), column: moved(columns, from.column, step.columns) };
}

const moved = (ids: readonly string[], id: string, by: number): string => {
  const at = ids.indexOf(id);
  return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? id;
};

function linesOf(template: Template, block: string): { readonly rows: readonly string[]; readonly columns: readonly string[] } {
  const table = tablesOf(template).find(({ id }) => id === block);
  if (table === undefined) return { rows: [], columns: [] };
  return {
    rows: flatRows(table).flatMap(({ row }) => (row.kind === "label" ? [] : [row.id])),
    columns: leafColumns(table).flatMap(({ column }) => (column.kind === "value" ? [column.id] : [])),
  };
}

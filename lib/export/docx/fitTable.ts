import type { CellIndex } from "@/lib/form/content";
import type { ColumnView, TableView } from "@/lib/form/types";
import type { Text } from "@/lib/template";
import { type ColumnNeed, columnWidths } from "./columnWidths";
import { cellMargin } from "./layout";
import { longestWord, textWidth } from "./measure";

/** Smallest size of letters in points that is still read on paper. */
const smallest = 8;

/** Size of letters in points to begin with, by how many columns share how much width. */
export function letterSize(columns: number, width: number): number {
  const perColumn = width / columns;
  if (perColumn > 1700) return 12;
  return perColumn > 1000 ? 11 : 10;
}

/** How a table's texts and values read on paper, and the width that it has. */
export interface Reading {
  readonly text: (text: Text) => string;
  readonly value: (cell: CellIndex | undefined) => string;
  readonly width: number;
}

/** The largest letters in which no word or figure is broken, and the widths of the columns in them. */
export function fitTable(view: TableView, reading: Reading): { readonly size: number; readonly widths: readonly number[] } {
  const printed = printedColumns(view, reading);
  let size = letterSize(view.columns.length, reading.width);
  let needs = needsOf(view, printed, reading, size);
  while (size > smallest && needs.reduce((sum, need) => sum + need.least, 0) > reading.width) {
    size -= 1;
    needs = needsOf(view, printed, reading, size);
  }
  return { size, widths: columnWidths(needs, reading.width) };
}

/** For each column of the view, which of the row's cells is its own; undefined for columns of words. */
export function valueIndex(columns: readonly ColumnView[]): readonly (number | undefined)[] {
  let next = 0;
  return columns.map((column) => (column.kind === "value" ? next++ : undefined));
}

/** What each column prints under its head. */
function printedColumns(view: TableView, { text, value }: Reading): readonly (readonly string[])[] {
  const values = valueIndex(view.columns);
  return view.columns.map((column, i) => {
    const position = values[i];
    return view.rows.map((row) => {
      if (position !== undefined) return value(row.cells[position]);
      return column.kind === "number" ? row.number.trim() : column.kind === "unit" ? (row.unit ?? "") : text(row.label);
    });
  });
}

/** Shares of the width where the designer gave none. */
const usualWeights = { number: 5, label: 28, unit: 9, value: 10 } as const;

function needsOf(view: TableView, printed: readonly (readonly string[])[], { text, width }: Reading, size: number): readonly ColumnNeed[] {
  const given = view.columns.flatMap((column) => column.width ?? []);
  const usual = view.columns.filter((column) => column.width !== undefined).reduce((sum, column) => sum + usualWeights[column.kind], 0);
  // Weights that are missing are in the measure of those that were given.
  const measure = given.length === 0 ? 1 : given.reduce((sum, weight) => sum + weight, 0) / usual;
  return view.columns.map((column, i) => {
    // Figures, numbers and units of measure stand on one line where that is possible; labels and texts wrap.
    const wraps = column.kind === "label" || (column.kind === "value" && column.type === "text");
    const widthOf = wraps ? longestWord : textWidth;
    const head = longestWord(text(column.label), size, "bold");
    const least = (printed[i] ?? []).reduce((widest, words) => Math.max(widest, Math.min(widthOf(words, size, "bold"), width / 5)), head);
    return { weight: column.width ?? usualWeights[column.kind] * measure, least: least + 2 * cellMargin.narrow + 40 };
  });
}

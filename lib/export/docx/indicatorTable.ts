import { Table, TableLayoutType, type TableRow, WidthType } from "docx";
import type { CellIndex } from "@/lib/form/content";
import type { ColumnView, Form, RowView, TableView } from "@/lib/form/types";
import { type Locale, phrase } from "@/lib/messages";
import { fillText, type Text, type TextParams } from "@/lib/template";
import { fitTable, valueIndex } from "./fitTable";
import { cellMargin } from "./layout";
import { textWidth } from "./measure";
import type { Para, Words } from "./paragraph";
import { printCell } from "./printValue";
import { gridBorders, narrowMargins, type PrintedCell, tableCell, tableRow } from "./tableCell";

export interface TableContext {
  readonly form: Form;
  readonly params: TextParams;
  readonly locale: Locale;
  /** Twips between the margins of the page that it is printed on. */
  readonly width: number;
}

/**
 * An indicator table: merged heads repeated on each page, the row of column numbers, rows that are never broken over
 * pages, figures at the right, groups and totals bold. A heading without figures runs across the table.
 */
export function indicatorTable(view: TableView, context: TableContext): Table {
  const text = (label: Text): string => fillText(label, context.params, context.locale);
  const value = (cell: CellIndex | undefined): string => (cell === undefined ? "" : printCell(context.form, cell, context.locale));
  const { size, widths } = fitTable(view, { text, value, width: context.width });
  const printer: Printer = { ...context, view, size, text, value };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: context.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: gridBorders,
    margins: narrowMargins,
    rows: [
      ...headRows(printer, widths),
      ...(view.numberingRow ? [numberingRow(printer, widths)] : []),
      ...view.rows.map((row, i) => bodyRow(printer, row, view.rows[i + 1], widths)),
    ],
  });
}

interface Printer extends TableContext {
  readonly view: TableView;
  readonly size: number;
  readonly text: (text: Text) => string;
  readonly value: (cell: CellIndex | undefined) => string;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** The head as it is merged: each cell at the first place that no cell above spans. */
function headRows(printer: Printer, widths: readonly number[]): readonly TableRow[] {
  const { view, size } = printer;
  const taken: Set<number>[] = view.head.map(() => new Set());
  return view.head.map((cells, level) => {
    let column = 0;
    const printed = cells.map((cell) => {
      while (taken[level]?.has(column)) column += 1;
      const from = column;
      column += cell.columnSpan;
      for (let below = level + 1; below < level + cell.rowSpan; below++) for (let c = from; c < column; c++) taken[below]?.add(c);
      const note: readonly (readonly Words[])[] = cell.note ? [[{ text: printer.text(cell.note), italic: true, size: size - 2 }]] : [];
      return tableCell({
        lines: [[{ text: printer.text(cell.label), bold: true, size }], ...note],
        align: "centre",
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        width: sum(widths.slice(from, column)),
        keepNext: true,
      });
    });
    return tableRow(printed, "head");
  });
}

function numberingRow(printer: Printer, widths: readonly number[]): TableRow {
  const size = printer.size - 2;
  const cells = printer.view.columns.map((column, i) => {
    const width = widths[i] ?? 0;
    const lines = foldFormula(column.number, width - 2 * cellMargin.narrow, size);
    return tableCell({ lines: lines.map((text) => [{ text, italic: true, size }]), align: "centre", width, keepNext: true });
  });
  return tableRow(cells, "head");
}

/** Breaks a printed formula such as (3)=(4)+(5)+(6) before its signs, which Word would not, where it is wider than its cell. */
function foldFormula(number: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const part of number.split(/(?=[=+×/-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + part, size, "bold") <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}

/** How far each level of rows stands in. */
const step = 113;

function bodyRow(printer: Printer, row: RowView, next: RowView | undefined, widths: readonly number[]): TableRow {
  const { view, size } = printer;
  const isParent = row.depth === 0 && next !== undefined && next.depth > 0;
  const style = {
    size,
    ...(row.kind === "group" || row.kind === "subtotal" || row.kind === "total" || isParent ? { bold: true } : {}),
    ...(row.kind === "label" ? { italic: true } : {}),
  };
  const values = valueIndex(view.columns);
  const isHeading = row.kind === "group" && row.cells.every((cell) => cell === undefined);
  const cells: PrintedCell[] = [];
  for (const [i, column] of view.columns.entries()) {
    const width = widths[i] ?? 0;
    const position = values[i];
    if (column.kind === "number") cells.push({ lines: [[{ ...style, text: row.number.trim() }]], align: "centre", width });
    else if (column.kind === "unit") cells.push({ lines: [[{ ...style, text: row.unit ?? "" }]], align: "centre", width });
    else if (column.kind === "value") cells.push(valueCell(printer, column, row.cells[position ?? -1], style, width));
    else {
      const note: readonly Words[] = row.note ? [{ text: ` (${printer.text(row.note)})`, italic: true, size: size - 1 }] : [];
      const label: PrintedCell = {
        lines: [[{ ...style, text: printer.text(row.label) }, ...note]],
        align: "left",
        indent: row.depth > 1 ? step * (row.depth - 1) : 0,
        width,
      };
      if (isHeading) {
        // What follows the label has nothing to say: the heading runs over it.
        cells.push({ ...label, columnSpan: view.columns.length - i, width: sum(widths.slice(i)) });
        break;
      }
      cells.push(label);
    }
  }
  // The last row is kept with what follows: the note, the signatures.
  return tableRow(
    cells.map((cell) => tableCell({ ...cell, keepNext: next === undefined })),
    "body",
  );
}

function valueCell(
  printer: Printer,
  column: ColumnView,
  cell: CellIndex | undefined,
  style: Omit<Words, "text">,
  width: number,
): PrintedCell {
  const text = printer.value(cell);
  const type = cell === undefined ? column.type : printer.form.info(cell).type;
  const align: Para["align"] =
    text === "x" || type === "date" || type === "boolean" ? "centre" : type === "text" || type === "choice" ? "left" : "right";
  return { lines: [[{ ...style, text }]], align, width };
}

/** The line "Đơn vị tính: …" above a table whose figures share one unit of measure. */
export const unitLine = (unit: string, locale: Locale): Para => ({
  words: [{ text: phrase("document.unitOfMeasure", { unit }, locale), italic: true, size: 12 }],
  align: "right",
  before: 60,
  after: 60,
  keepNext: true,
});

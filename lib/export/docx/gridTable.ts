import { Table, TableLayoutType, WidthType } from "docx";
import type { CellAddress, Entry } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import { type Locale, phrase } from "@/lib/messages";
import { fillText, type List, type TextParams } from "@/lib/template";
import { columnWidths } from "./columnWidths";
import { letterSize } from "./fitTable";
import { cellMargin } from "./layout";
import { longestWord } from "./measure";
import { printCell } from "./printValue";
import type { RichCell } from "./richText";
import { gridBorders, narrowMargins, tableCell, tableRow } from "./tableCell";

/** A list of entries as a table: their number, then the list's columns. */
export function listTable(
  list: List,
  entries: readonly Entry[],
  context: { readonly form: Form; readonly params: TextParams; readonly locale: Locale; readonly width: number },
): Table {
  const { form, params, locale, width } = context;
  const size = letterSize(list.columns.length + 1, width);
  const heads = [phrase("document.ordinal", {}, locale), ...list.columns.map((column) => fillText(column.label, params, locale))];
  const rows = entries.map((entry, i) => [
    String(i + 1),
    ...list.columns.map((column) => {
      const cell = form.index(`${list.id}@${entry.id}.${column.id}` as CellAddress);
      return cell === undefined ? "" : printCell(form, cell, locale);
    }),
  ]);
  const widths = columnWidths(
    heads.map((head, i) => ({
      weight: i === 0 ? 5 : (list.columns[i - 1]?.width ?? 20),
      least:
        Math.min(width / 4, Math.max(...[head, ...rows.map((row) => row[i] ?? "")].map((text) => longestWord(text, size, "bold")))) +
        2 * cellMargin.narrow +
        40,
    })),
    width,
  );
  const isNumber = (column: number): boolean => ["number", "integer", "percent"].includes(list.columns[column - 1]?.type ?? "");
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: gridBorders,
    margins: narrowMargins,
    rows: [
      tableRow(
        heads.map((text, i) =>
          tableCell({ lines: [[{ text, bold: true, size }]], align: "centre", width: widths[i] ?? 0, keepNext: true }),
        ),
        "head",
      ),
      ...rows.map((row) =>
        tableRow(
          row.map((text, i) =>
            tableCell({ lines: [[{ text, size }]], align: i === 0 ? "centre" : isNumber(i) ? "right" : "left", width: widths[i] ?? 0 }),
          ),
          "body",
        ),
      ),
    ],
  });
}

/** A table that the reporter wrote in a narrative section; undefined where it has no cell. */
export function richTable(rows: readonly (readonly RichCell[])[], width: number): Table | undefined {
  const columns = (rows[0] ?? []).reduce((sum, cell) => sum + cell.columnSpan, 0);
  if (columns === 0) return undefined;
  const size = letterSize(columns, width);
  const widths = columnWidths(Array(columns).fill({ weight: 1, least: 0 }), width);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: gridBorders,
    margins: narrowMargins,
    rows: rows.map((cells) =>
      tableRow(
        cells.map(({ paras, columnSpan, rowSpan, isHead }) =>
          tableCell({
            lines: paras.map(({ words }) => words.map((run) => ({ ...run, size, ...(isHead ? { bold: true } : {}) }))),
            align: isHead ? "centre" : "left",
            columnSpan,
            rowSpan,
            width: (width / columns) * columnSpan,
          }),
        ),
        "body",
      ),
    ),
  });
}

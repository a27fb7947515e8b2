import { BorderStyle, type ITableBordersOptions, TableCell, TableRow, VerticalAlignTable, WidthType } from "docx";
import { cellMargin } from "./layout";
import { type Para, toParagraph, type Words } from "./paragraph";

const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;

/** Thin black lines around every cell. */
export const gridBorders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

export const narrowMargins = {
  marginUnitType: WidthType.DXA,
  left: cellMargin.narrow,
  right: cellMargin.narrow,
  top: 20,
  bottom: 20,
} as const;

/** A cell of a printed table. */
export interface PrintedCell {
  readonly lines: readonly (readonly Words[])[];
  readonly align: NonNullable<Para["align"]>;
  readonly indent?: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Twips, over all columns that it spans. */
  readonly width: number;
  readonly keepNext?: boolean;
}

export function tableCell(cell: PrintedCell): TableCell {
  const { lines, align, indent = 0, columnSpan = 1, rowSpan = 1, width, keepNext = false } = cell;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: (lines.length > 0 ? lines : [[]]).map((words) => toParagraph({ words, align, indent, keepNext })),
  });
}

/** A row that is not broken over pages; head rows are printed again on each page. */
export const tableRow = (cells: readonly TableCell[], kind: "head" | "body"): TableRow =>
  new TableRow({ cantSplit: true, ...(kind === "head" ? { tableHeader: true } : {}), children: cells });

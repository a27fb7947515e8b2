import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";

export type Lines = readonly (Paragraph | Table)[];

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none } as const;

/** A table without lines that sets texts beside each other: the heading, the frame of a form, the signatures. */
export function frameTable(options: {
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Lines[])[];
  readonly indent?: number;
  readonly minHeight?: number;
}): Table {
  const { widths, rows, indent = 0, minHeight } = options;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    indent: { size: indent, type: WidthType.DXA },
    borders: noBorders,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          ...(minHeight !== undefined && index === 0 ? { height: { value: minHeight, rule: "atLeast" } } : {}),
          children: cells.map((children, i) => new TableCell({ children, width: { size: widths[i] ?? 0, type: WidthType.DXA } })),
        }),
    ),
  });
}

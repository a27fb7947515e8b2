import type { ColumnView, HeadCell, TableView } from "@/lib/form/types";

/** A column as it stands on the screen. */
export interface PlacedColumn {
  readonly column: ColumnView;
  /** Smallest width in pixels; value columns grow beyond it when there is room. */
  readonly width: number;
  readonly grows: boolean;
  /** Left edge in pixels for columns that stay in view while scrolling; undefined for those that scroll. */
  readonly frozenAt: number | undefined;
  /** Position among the value columns; undefined for columns of words. */
  readonly value: number | undefined;
}

export interface ColumnLayout {
  readonly columns: readonly PlacedColumn[];
  /** CSS grid-template-columns shared by head and rows. */
  readonly template: string;
  /** Smallest width of the whole table in pixels. */
  readonly width: number;
  /** Width of the frozen columns together. */
  readonly frozen: number;
}

const wordy = { number: 42, label: 206, unit: 80 } as const;
const byType: Readonly<Record<ColumnView["type"], number>> = {
  number: 92,
  integer: 78,
  percent: 76,
  text: 180,
  date: 104,
  choice: 150,
  boolean: 76,
};

/**
 * Lays the columns of a table out in a width. The leading columns of words are frozen (a boundary that no head cell
 * crosses); on a narrow screen only the labels are, narrower, so that figures keep room.
 * @param room width of the table's window in pixels, 0 while unknown
 */
export const columnLayout = (view: TableView, room: number): ColumnLayout => {
  const narrow = room > 0 && room < 640;
  const valueWidths = view.columns.filter((c) => c.kind === "value" && c.width !== undefined).map((c) => c.width ?? 0);
  const meanWidth = valueWidths.length > 0 ? valueWidths.reduce((a, b) => a + b, 0) / valueWidths.length : 1;
  // Numbers such as 18.10 or XVIII stay on their line.
  const longest = view.rows.reduce((most, { number }) => Math.max(most, number.length), 0);
  const numbers = Math.min(84, Math.max(wordy.number, 10 + 8 * longest));
  const base = view.columns.map((column) => {
    if (column.kind === "number") return numbers;
    if (column.kind !== "value") return narrow && column.kind === "label" ? 150 : wordy[column.kind];
    const own = byType[column.type];
    if (column.width === undefined) return own;
    return Math.round(Math.min(Math.max((own * column.width) / meanWidth, own * 0.8), own * 2.2));
  });
  const spare = room - base.reduce((a, b) => a + b, 0);
  const widths = view.columns.map((column, i) => {
    const own = base[i] ?? 0;
    return column.kind === "label" && spare > 0 && !narrow ? own + Math.min(180, Math.round(spare * 0.5)) : own;
  });

  const leading = view.columns.findIndex((c) => c.kind === "value");
  const frozenCount = leading === -1 ? view.columns.length : leading;
  let left = 0;
  let value = -1;
  const columns = view.columns.map((column, i): PlacedColumn => {
    const width = widths[i] ?? 0;
    const frozen = i < frozenCount && (!narrow || column.kind === "label");
    const frozenAt = frozen ? left : undefined;
    if (frozen) left += width;
    if (column.kind === "value") value += 1;
    return { column, width, grows: column.kind === "value", frozenAt, value: column.kind === "value" ? value : undefined };
  });
  return {
    columns,
    template: columns.map((c) => (c.grows ? `minmax(${c.width}px, ${c.width}fr)` : `${c.width}px`)).join(" "),
    width: widths.reduce((a, b) => a + b, 0),
    frozen: left,
  };
};

/** A head cell with its place: 0-based row and column. */
export interface PlacedHead {
  readonly cell: HeadCell;
  readonly row: number;
  readonly column: number;
}

/** Finds the place of each head cell from the spans, as a browser lays out a table. */
export const placeHead = (head: TableView["head"], columns: number): readonly (readonly PlacedHead[])[] => {
  const taken = head.map(() => new Array<boolean>(columns).fill(false));
  return head.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (column < columns && taken[row]?.[column]) column += 1;
      const placed: PlacedHead = { cell, row, column };
      for (let r = row; r < row + cell.rowSpan; r += 1) {
        const line = taken[r];
        if (line) line.fill(true, column, column + cell.columnSpan);
      }
      column += cell.columnSpan;
      return placed;
    });
  });
};

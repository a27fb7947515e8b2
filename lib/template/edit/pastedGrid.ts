/** A cell of a block that was copied from Excel or Word, as HTML tells it. */
export interface PastedCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly bold?: boolean;
}

/** One place of a pasted table: the cell that covers it. */
export interface GridCell {
  readonly text: string;
  readonly isBold: boolean;
  /** Where the cell begins, and how far it reaches. */
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

export type Grid = readonly (readonly GridCell[])[];

/** Spreads cells over the places that they cover; what is left out is blank. Blank rows and columns at the edges go. */
export function spreadCells(rows: readonly (readonly PastedCell[])[]): Grid {
  const grid: (GridCell | undefined)[][] = rows.map(() => []);
  for (const [top, cells] of rows.entries()) {
    let left = 0;
    for (const cell of cells) {
      while (grid[top]?.[left] !== undefined) left += 1;
      const height = Math.min(Math.max(1, cell.rowSpan ?? 1), rows.length - top);
      const width = Math.max(1, cell.colSpan ?? 1);
      const own: GridCell = { text: clean(cell.text), isBold: cell.bold ?? false, top, left, height, width };
      for (let row = top; row < top + height; row++) for (let column = left; column < left + width; column++) put(grid, row, column, own);
      left += width;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  const whole = grid.map((row, top) =>
    Array.from({ length: width }, (_, left): GridCell => row[left] ?? { text: "", isBold: false, top, left, height: 1, width: 1 }),
  );
  return trimmed(whole);
}

function put(grid: (GridCell | undefined)[][], row: number, column: number, cell: GridCell): void {
  const line = grid[row];
  if (line && line[column] === undefined) line[column] = cell;
}

/** Words as they are read: one blank between them, no line breaks or signs that are not printed, NFC. */
const clean = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, "")
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}\u00a0\u200b\ufeff\ufffe\uffff]+/gu, " ")
    .trim();

function trimmed(grid: Grid): Grid {
  const isFilled = (row: readonly GridCell[]): boolean => row.some(({ text }) => text !== "");
  const first = grid.findIndex(isFilled);
  if (first < 0) return [];
  const last = grid.findLastIndex(isFilled);
  const columns = (grid[first] ?? []).map((_, column) => column);
  const used = columns.filter((column) => grid.some((row) => row[column]?.text !== ""));
  const [from, to] = [used[0] ?? 0, used.at(-1) ?? 0];
  const height = last - first + 1;
  const width = to - from + 1;
  const moved = new Map<GridCell, GridCell>();
  for (const cell of grid.flat()) {
    const [top, left] = [Math.max(0, cell.top - first), Math.max(0, cell.left - from)];
    const [bottom, right] = [Math.min(height, cell.top + cell.height - first), Math.min(width, cell.left + cell.width - from)];
    moved.set(cell, { ...cell, top, left, height: bottom - top, width: right - left });
  }
  return grid.slice(first, last + 1).map((row) => row.slice(from, to + 1).map((cell) => moved.get(cell) ?? cell));
}

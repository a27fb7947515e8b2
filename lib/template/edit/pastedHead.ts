import type { Grid, GridCell } from "./pastedGrid";

/** The parts of a pasted table from the top. */
export interface HeadOf {
  /** Rows over the head: the title, "Đơn vị tính: …". */
  readonly title: string | undefined;
  readonly unit: string | undefined;
  /** First row of the head, and the first after it. */
  readonly from: number;
  readonly to: number;
  /** The row of column numbers, if there is one: right after the head. */
  readonly numbers: number | undefined;
  /** First row of the body. */
  readonly body: number;
}

/** Finds the head of a table by its merged cells and its row of column numbers. `headRows` is what a person says of it. */
export function findHead(grid: Grid, headRows?: number): HeadOf {
  const over = aboveHead(grid);
  const rest = { title: over.title, unit: over.unit, from: over.rows };
  if (headRows !== undefined) {
    const to = Math.min(over.rows + headRows, grid.length);
    const numbers = to < grid.length && isNumberRow(grid[to] ?? []) ? to : undefined;
    return { ...rest, to, numbers, body: numbers === undefined ? to : to + 1 };
  }
  for (let row = over.rows; row < Math.min(grid.length, over.rows + 8); row++) {
    if (isNumberRow(grid[row] ?? [])) return { ...rest, to: row, numbers: row, body: row + 1 };
  }
  const to = mergedHead(grid, over.rows);
  return { ...rest, to, numbers: undefined, body: to };
}

/** Rows that one cell fills alone stand over the table: its title, its unit of measure. */
function aboveHead(grid: Grid): { readonly rows: number; readonly title: string | undefined; readonly unit: string | undefined } {
  let title: string | undefined;
  let unit: string | undefined;
  let rows = 0;
  for (const row of grid) {
    const [only, second] = [...new Set(row.filter(({ text }) => text !== ""))];
    if (row.length < 2 || second !== undefined || rows >= grid.length - 1) break;
    if (only !== undefined) {
      const measured = /^\(?\s*(?:đơn vị tính|đvt|đơn vị)\s*:\s*(.+?)\s*\)?$/iu.exec(only.text)?.[1];
      if (measured === undefined) title = title === undefined ? only.text : `${title} ${only.text}`;
      else unit = measured.replace(/[.;]$/, "");
    }
    rows += 1;
  }
  // A table whose every row is one cell wide has no title.
  return rows >= grid.length - 1 ? { rows: 0, title: undefined, unit: undefined } : { rows, title, unit };
}

/** How far down the merged cells of the first row reach, and the rows that stand under a wide one. */
function mergedHead(grid: Grid, from: number): number {
  if (looksLikeBody(grid[from] ?? [])) return from;
  const width = grid[from]?.length ?? 0;
  let to = from + 1;
  for (let row = from; row < to && row < grid.length; row++) {
    for (const cell of new Set(grid[row])) {
      to = Math.max(to, cell.top + cell.height);
      if (cell.width > 1 && cell.width < width && cell.top + cell.height >= to) to = cell.top + cell.height + 1;
    }
  }
  return Math.min(to, grid.length);
}

/** A first row with figures or a row's number is no head. */
const looksLikeBody = (row: readonly GridCell[]): boolean =>
  row.every(({ width, height }) => width === 1 && height === 1) &&
  row.slice(1).some(({ text }) => /^-?\d[\d.,\s]*%?$/.test(text) && !/^(19|20)\d\d$/.test(text));

const numberPattern = /^\(?(?:[A-Z]|\d{1,3})\)?(?:\s*=.*)?$/;

/** (1) (2) (3)=(4)+(5), A B 1 2, 1 2 … 13: most places filled, the numbers counting up by one. */
export function isNumberRow(row: readonly GridCell[]): boolean {
  const texts = row.map(({ text }) => text).filter((text) => text !== "");
  if (texts.length < 2 || texts.length < row.length / 2 || !texts.every((text) => numberPattern.test(text))) return false;
  const counted = texts.flatMap((text) => {
    const number = /^\(?(\d{1,3})\)?/.exec(text)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return counted.length >= 1 && counted[0] === 1 && counted.every((number, i) => i === 0 || number === (counted[i - 1] ?? 0) + 1);
}

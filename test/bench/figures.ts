import { BLOCK_ROWS, columnIds } from "./largeTemplate";

/** Inputs of the large form by column and row (subtotals and the total left out: NaN), the same in every run. */
export interface Figures {
  readonly rows: number;
  readonly inputs: readonly Float64Array[];
}

export const INPUT_COLUMNS = 13;

export const isSubtotal = (row: number): boolean => row % BLOCK_ROWS === BLOCK_ROWS - 1;

/** Pseudo-random figures: whole numbers from 1 to 5,000 in the first six columns, two decimals in the others. */
export function figures(rows: number): Figures {
  let seed = 20240412;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed;
  };
  const inputs = columnIds.slice(0, INPUT_COLUMNS).map((_, column) => {
    const values = new Float64Array(rows + 1).fill(Number.NaN);
    for (let row = 0; row < rows; row++) {
      if (!isSubtotal(row)) values[row] = column < 6 ? 1 + (next() % 5000) : (1 + (next() % 500_000)) / 100;
    }
    return values;
  });
  return { rows, inputs };
}

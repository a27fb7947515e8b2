import type { CellIndex } from "./content";

/**
 * Cells in order, kept as stretches of neighbours: an edit that changes most cells of a form tells of them by some
 * hundreds of numbers instead of a list of all.
 */
export class CellStretches implements Iterable<CellIndex> {
  /** First, end, first, end … */
  private readonly borders: number[] = [];
  private size = 0;

  /** How many cells. */
  get length(): number {
    return this.size;
  }

  /** Adds `count` cells from `first` on. */
  add(first: number, count: number): void {
    const { borders } = this;
    const { length } = borders;
    this.size += count;
    if (length > 0 && borders[length - 1] === first) borders[length - 1] = first + count;
    else borders.push(first, first + count);
  }

  *[Symbol.iterator](): Generator<CellIndex, undefined> {
    for (let i = 0; i < this.borders.length; i += 2) {
      const end = this.borders[i + 1] as number;
      for (let cell = this.borders[i] as number; cell < end; cell++) yield cell as CellIndex;
    }
  }
}

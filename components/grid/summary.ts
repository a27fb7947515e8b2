import type { TableView } from "@/lib/form/types";
import type { Rectangle } from "./selection";
import type { GridSource } from "./source";

export interface Summary {
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  /** Most decimals among the cells. */
  readonly decimals: number;
}

/** Sum, mean and count of the numbers in an area; undefined for fewer than two. A mark "-" counts as 0, "x" not at all. */
export const summaryOf = (view: TableView, area: Rectangle, source: GridSource): Summary | undefined => {
  let count = 0;
  let sum = 0;
  let decimals = 0;
  for (const row of view.rows.slice(area.top, area.bottom + 1)) {
    for (const cell of row.cells.slice(area.left, area.right + 1)) {
      if (cell === undefined) continue;
      const held = source.read(cell);
      const value = held === "-" ? 0 : held;
      if (typeof value !== "number") continue;
      count += 1;
      sum += value;
      decimals = Math.max(decimals, source.info(cell).decimals);
    }
  }
  return count < 2 ? undefined : { count, sum, mean: sum / count, decimals };
};

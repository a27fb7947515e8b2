import { type DesignGrid, type Position, stopAt } from "./designGrid";

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "next"
  | "previous"
  | "rowStart"
  | "rowEnd"
  | "start"
  | "end"
  | "pageUp"
  | "pageDown"
  | "edgeUp"
  | "edgeDown";

/** The cell at a place in reading order, which a merged cell has at its top left alone. */
const begins = (grid: DesignGrid, at: Position): boolean => {
  const stop = stopAt(grid, at);
  return stop !== undefined && stop.top === at.y && stop.left === at.x;
};

const along = (grid: DesignGrid, from: Position, step: 1 | -1): Position | undefined => {
  let { y, x } = from;
  for (;;) {
    x += step;
    if (x < 0 || x >= grid.columns) {
      y += step;
      x = step === 1 ? 0 : grid.columns - 1;
    }
    if (y < 0 || y >= grid.rows) return undefined;
    if (begins(grid, { y, x })) return { y, x };
  }
};

const bounded = (grid: DesignGrid, y: number): number => Math.min(Math.max(y, 0), grid.rows - 1);

/**
 * Where a move from a place leads, merged cells being one step; the same place at an edge. `next` and `previous` (Tab)
 * go in reading order and give undefined past the last or first cell. The column that one came along is kept when going
 * up and down through merged heads.
 * @param page rows that one page holds
 */
export function moved(grid: DesignGrid, from: Position, move: Move, page: number): Position | undefined {
  const stop = stopAt(grid, from);
  if (stop === undefined) return undefined;
  switch (move) {
    case "up":
      return { y: stop.top === 0 ? from.y : stop.top - 1, x: from.x };
    case "down":
      return { y: stop.bottom === grid.rows - 1 ? from.y : stop.bottom + 1, x: from.x };
    case "left":
      return { y: from.y, x: stop.left === 0 ? from.x : stop.left - 1 };
    case "right":
      return { y: from.y, x: stop.right === grid.columns - 1 ? from.x : stop.right + 1 };
    case "next":
      return along(grid, { y: stop.top, x: stop.kind === "head" ? stop.left : stop.right }, 1);
    case "previous":
      return along(grid, { y: stop.top, x: stop.left }, -1);
    case "rowStart":
      return { y: from.y, x: 0 };
    case "rowEnd":
      return { y: from.y, x: grid.columns - 1 };
    case "start":
      return { y: 0, x: 0 };
    case "end":
      return { y: grid.rows - 1, x: grid.columns - 1 };
    case "pageUp":
      return { y: bounded(grid, from.y - Math.max(1, page)), x: from.x };
    case "pageDown":
      return { y: bounded(grid, from.y + Math.max(1, page)), x: from.x };
    case "edgeUp":
      // From the rows to the first row, from there into the head.
      return { y: from.y > grid.headRows ? grid.headRows : 0, x: from.x };
    case "edgeDown":
      return { y: from.y < grid.headRows ? grid.headRows : grid.rows - 1, x: from.x };
  }
}

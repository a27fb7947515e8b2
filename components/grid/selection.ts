/** A place of the grid: body row and value column, both 0-based. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What is selected: from the anchor, where it began, to the active cell, where the keyboard is. */
export interface Selection {
  readonly anchor: Position;
  readonly active: Position;
}

/** Bounds of a selection, inclusive. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What moving needs to know of a grid. */
export interface Ground {
  readonly rows: number;
  readonly columns: number;
  /** Whether the keyboard stops in this row (headings across the table are stepped over). */
  stops(row: number): boolean;
}

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
  | "edgeDown"
  | "edgeLeft"
  | "edgeRight";

/** A selection of one cell. */
export const single = (at: Position): Selection => ({ anchor: at, active: at });

export const rectangleOf = ({ anchor, active }: Selection): Rectangle => ({
  top: Math.min(anchor.row, active.row),
  bottom: Math.max(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  right: Math.max(anchor.column, active.column),
});

export const inside = (area: Rectangle, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const samePosition = (a: Position, b: Position): boolean => a.row === b.row && a.column === b.column;

/** The nearest row at which the keyboard stops, from `row` in a direction; undefined past the edge. */
const rowFrom = (ground: Ground, row: number, step: 1 | -1): number | undefined => {
  for (let at = row; at >= 0 && at < ground.rows; at += step) if (ground.stops(at)) return at;
  return undefined;
};

const firstRow = (ground: Ground): number => rowFrom(ground, 0, 1) ?? 0;
const lastRow = (ground: Ground): number => rowFrom(ground, ground.rows - 1, -1) ?? Math.max(0, ground.rows - 1);

const paged = (ground: Ground, row: number, step: 1 | -1, page: number): number => {
  const target = Math.min(Math.max(row + step * Math.max(1, page), 0), ground.rows - 1);
  return rowFrom(ground, target, step) ?? (step === 1 ? lastRow(ground) : firstRow(ground));
};

/**
 * Where a move from a place leads; the same place at the edge. `next` and `previous` (Tab) go on in the neighbouring
 * row at a row's end, and give undefined past the last or first cell, so that Tab leaves the grid there.
 * @param page rows that one page holds
 */
export const moved = (ground: Ground, from: Position, move: Move, page: number): Position | undefined => {
  const last = ground.columns - 1;
  switch (move) {
    case "up":
      return { row: rowFrom(ground, from.row - 1, -1) ?? from.row, column: from.column };
    case "down":
      return { row: rowFrom(ground, from.row + 1, 1) ?? from.row, column: from.column };
    case "left":
      return { row: from.row, column: Math.max(0, from.column - 1) };
    case "right":
      return { row: from.row, column: Math.min(last, from.column + 1) };
    case "next": {
      if (from.column < last) return { row: from.row, column: from.column + 1 };
      const row = rowFrom(ground, from.row + 1, 1);
      return row === undefined ? undefined : { row, column: 0 };
    }
    case "previous": {
      if (from.column > 0) return { row: from.row, column: from.column - 1 };
      const row = rowFrom(ground, from.row - 1, -1);
      return row === undefined ? undefined : { row, column: last };
    }
    case "rowStart":
    case "edgeLeft":
      return { row: from.row, column: 0 };
    case "rowEnd":
    case "edgeRight":
      return { row: from.row, column: last };
    case "start":
      return { row: firstRow(ground), column: 0 };
    case "end":
      return { row: lastRow(ground), column: last };
    case "pageUp":
      return { row: paged(ground, from.row, -1, page), column: from.column };
    case "pageDown":
      return { row: paged(ground, from.row, 1, page), column: from.column };
    case "edgeUp":
      return { row: firstRow(ground), column: from.column };
    case "edgeDown":
      return { row: lastRow(ground), column: from.column };
  }
};

/** Keeps a selection inside a grid whose rows changed (an entry removed). */
export const clamped = (ground: Ground, selection: Selection): Selection => {
  const clamp = (at: Position): Position => {
    const row = Math.min(at.row, Math.max(0, ground.rows - 1));
    return {
      row: rowFrom(ground, row, -1) ?? rowFrom(ground, row, 1) ?? row,
      column: Math.min(at.column, Math.max(0, ground.columns - 1)),
    };
  };
  return { anchor: clamp(selection.anchor), active: clamp(selection.active) };
};

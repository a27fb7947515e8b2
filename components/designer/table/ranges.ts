import { type Place, samePlace } from "@/lib/template/edit";
import { type DesignGrid, type Position, stopAt } from "./designGrid";
import type { HeadBox } from "./geometry";

/**
 * What a selection from an anchor to a place takes, by what it began with: whole rows from a number, label or unit;
 * columns of one head from a head; a rectangle of cells from a cell.
 */
export function placesBetween(grid: DesignGrid, anchor: Position, to: Position): readonly Place[] {
  const begun = stopAt(grid, anchor);
  const ended = stopAt(grid, to);
  if (begun === undefined || ended === undefined) return [];
  if (begun.place.kind === "column") return columnsBetween(grid, anchor, to);
  const top = Math.max(grid.headRows, Math.min(begun.top, ended.top)) - grid.headRows;
  const bottom = Math.max(begun.bottom, ended.bottom) - grid.headRows;
  const lines = grid.body.lines.slice(top, bottom + 1);
  if (begun.place.kind === "row") return lines.map(({ row }) => ({ kind: "row", block: grid.block, row: row.id }));
  const left = Math.min(anchor.x, to.x);
  const columns = grid.head.leaves.slice(left, Math.max(anchor.x, to.x) + 1).filter(({ column }) => column.kind === "value");
  return lines.flatMap(({ row }, at) =>
    grid.hasCells(top + at)
      ? columns.map(({ column }): Place => ({ kind: "cell", block: grid.block, row: row.id, column: column.id }))
      : [],
  );
}

/** Sibling columns from the one that holds the anchor to the one that holds the other end, under the nearest head over both. */
function columnsBetween(grid: DesignGrid, anchor: Position, to: Position): readonly Place[] {
  const from = pathTo(grid, anchor);
  const until = pathTo(grid, { y: Math.min(to.y, Math.max(grid.head.levels, anchor.y)), x: to.x });
  let level = 0;
  while (level < from.length - 1 && level < until.length - 1 && from[level]?.column.id === until[level]?.column.id) level += 1;
  const a = from[level];
  const b = until[level];
  if (a === undefined || b === undefined) return [];
  const first = Math.min(a.index, b.index);
  const last = Math.max(a.index, b.index);
  return grid.head.boxes
    .filter((box) => box.under === a.under && box.level === a.level && box.index >= first && box.index <= last)
    .map(({ column }): Place => ({ kind: "column", block: grid.block, column: column.id }));
}

/** The heads over a place and the one at it, outermost first. */
function pathTo(grid: DesignGrid, at: Position): readonly HeadBox[] {
  const level = Math.min(at.y, grid.head.levels - 1);
  return grid.head.boxes.filter((box) => box.from <= at.x && at.x <= box.to && box.level <= level);
}

/** Adds a place to a selection, or takes it out; a selection is of one kind, so another kind begins anew. */
export function toggled(places: readonly Place[], place: Place): readonly Place[] {
  const alike = places.filter(({ kind }) => kind === place.kind);
  const without = alike.filter((other) => !samePlace(other, place));
  return without.length < alike.length && without.length > 0 ? without : [...without, place];
}

/** A selection as a table draws it. Cells are told by row as a text, so that rows that are not touched are not drawn anew. */
export interface Marks {
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  /** Ids of the selected columns of a row, joined by commas. */
  readonly cells: ReadonlyMap<string, string>;
}

const noMarks: Marks = { rows: new Set(), columns: new Set(), cells: new Map() };

/** The part of a selection that lies in a table. */
export function marksIn(block: string, places: readonly Place[]): Marks {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const cells = new Map<string, string>();
  for (const place of places) {
    if (place.kind === "document" || place.block !== block) continue;
    if (place.kind === "row") rows.add(place.row);
    else if (place.kind === "column") columns.add(place.column);
    else if (place.kind === "cell") {
      const before = cells.get(place.row);
      cells.set(place.row, before === undefined ? place.column : `${before},${place.column}`);
    }
  }
  return rows.size + columns.size + cells.size === 0 ? noMarks : { rows, columns, cells };
}

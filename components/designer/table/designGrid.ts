import type { Row, Table } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { type BodyGeometry, bodyGeometry, boxAt, type HeadGeometry, headGeometry } from "./geometry";

/** A table as one grid: levels of the head, the numbering row where there is one, then the rows. */
export interface DesignGrid {
  readonly block: string;
  readonly head: HeadGeometry;
  readonly body: BodyGeometry;
  readonly numbered: boolean;
  /** Rows of the grid that the head takes, the numbering row included. */
  readonly headRows: number;
  readonly rows: number;
  readonly columns: number;
  /** The leaf column of the labels; 0 where a table has none yet. */
  readonly labelLeaf: number;
  /** Whether a line has cells; else its label runs over them, as it prints. */
  hasCells(line: number): boolean;
}

/** A place of the grid, both 0-based. */
export interface Position {
  readonly y: number;
  readonly x: number;
}

/** What a place of the grid belongs to, and the merged cell that it is drawn as. */
export interface Stop {
  readonly kind: "head" | "columnNumber" | "number" | "label" | "unit" | "cell";
  readonly place: Place;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where the keyboard stands, by ids, so that it stays with what is moved. `leaf` is the column that it came along. */
export type Standing =
  | { readonly at: "head"; readonly column: string; readonly leaf: string }
  | { readonly at: "numbering"; readonly leaf: string }
  | { readonly at: "row"; readonly row: string; readonly leaf: string };

/** Rows with a formula in one of their cells: a heading among them has cells. */
export const rowsWithFormulas = (cells: Table["cells"]): ReadonlySet<string> =>
  new Set((cells ?? []).flatMap(({ row, formula }) => (formula === undefined ? [] : [row])));

const rowHasCells = (row: Row, withFormulas: ReadonlySet<string>): boolean =>
  row.kind !== "label" && (row.kind !== "group" || row.formula !== undefined || withFormulas.has(row.id));

/** Puts head and body of a table together; each is laid out anew only when it changed. */
export function designGrid(parts: {
  readonly block: string;
  readonly head: HeadGeometry;
  readonly body: BodyGeometry;
  readonly numbered: boolean;
  readonly withFormulas: ReadonlySet<string>;
}): DesignGrid {
  const { block, head, body, numbered, withFormulas } = parts;
  const headRows = head.levels + (numbered ? 1 : 0);
  return {
    block,
    head,
    body,
    numbered,
    headRows,
    rows: headRows + body.lines.length,
    columns: head.leaves.length,
    labelLeaf: Math.max(
      0,
      head.leaves.findIndex(({ column }) => column.kind === "label"),
    ),
    hasCells: (line) => {
      const row = body.lines[line]?.row;
      return row !== undefined && rowHasCells(row, withFormulas);
    },
  };
}

/** The grid of a table, laid out at once. */
export const gridOf = (table: Table): DesignGrid =>
  designGrid({
    block: table.id,
    head: headGeometry(table.columns),
    body: bodyGeometry(table.rows),
    numbered: table.numberingRow === true,
    withFormulas: rowsWithFormulas(table.cells),
  });

/** What stands at a place of the grid; undefined outside of it. */
export function stopAt(grid: DesignGrid, { y, x }: Position): Stop | undefined {
  const { block, head, body } = grid;
  if (y < 0 || x < 0 || y >= grid.rows || x >= grid.columns) return undefined;
  if (y < head.levels) {
    const box = boxAt(head, y, x);
    if (box === undefined) return undefined;
    const place: Place = { kind: "column", block, column: box.column.id };
    return { kind: "head", place, top: box.level, bottom: box.level + box.rowSpan - 1, left: box.from, right: box.to };
  }
  const leaf = head.leaves[x]?.column;
  if (leaf === undefined) return undefined;
  if (y < grid.headRows) {
    return { kind: "columnNumber", place: { kind: "column", block, column: leaf.id }, top: y, bottom: y, left: x, right: x };
  }
  const line = body.lines[y - grid.headRows];
  if (line === undefined) return undefined;
  const place: Place = { kind: "row", block, row: line.row.id };
  if (x >= grid.labelLeaf && !grid.hasCells(y - grid.headRows)) {
    return { kind: "label", place, top: y, bottom: y, left: grid.labelLeaf, right: grid.columns - 1 };
  }
  if (leaf.kind === "value") {
    return { kind: "cell", place: { kind: "cell", block, row: line.row.id, column: leaf.id }, top: y, bottom: y, left: x, right: x };
  }
  return { kind: leaf.kind, place, top: y, bottom: y, left: x, right: x };
}

/** The same place by ids. */
export function standingAt(grid: DesignGrid, { y, x }: Position): Standing | undefined {
  const leaf = grid.head.leaves[x]?.column.id;
  if (leaf === undefined) return undefined;
  if (y < grid.head.levels) {
    const box = boxAt(grid.head, y, x);
    return box === undefined ? undefined : { at: "head", column: box.column.id, leaf };
  }
  if (y < grid.headRows) return { at: "numbering", leaf };
  const row = grid.body.lines[y - grid.headRows]?.row.id;
  return row === undefined ? undefined : { at: "row", row, leaf };
}

/** Where ids stand in the grid now; undefined when what they name is gone. */
export function positionOf(grid: DesignGrid, standing: Standing): Position | undefined {
  const leaf = grid.head.leafOf.get(standing.leaf);
  switch (standing.at) {
    case "head": {
      const box = grid.head.boxOf.get(standing.column);
      if (box === undefined) return undefined;
      return { y: box.level, x: leaf === undefined || leaf < box.from || leaf > box.to ? box.from : leaf };
    }
    case "numbering":
      return leaf === undefined || !grid.numbered ? undefined : { y: grid.head.levels, x: leaf };
    case "row": {
      const line = grid.body.lineOf.get(standing.row);
      return line === undefined ? undefined : { y: grid.headRows + line, x: leaf ?? grid.labelLeaf };
    }
  }
}

/** Where the keyboard stands for a place that was selected elsewhere (the outline, a problem): a row at its label. */
export function standingOf(grid: DesignGrid, place: Place | undefined): Standing | undefined {
  if (place === undefined || place.kind === "document" || place.block !== grid.block) return undefined;
  switch (place.kind) {
    case "column": {
      const box = grid.head.boxOf.get(place.column);
      const leaf = box && grid.head.leaves[box.from]?.column.id;
      return leaf === undefined ? undefined : { at: "head", column: place.column, leaf };
    }
    case "row": {
      const leaf = grid.head.leaves[grid.labelLeaf]?.column.id;
      return leaf === undefined || !grid.body.lineOf.has(place.row) ? undefined : { at: "row", row: place.row, leaf };
    }
    case "cell":
      return grid.body.lineOf.has(place.row) && grid.head.leafOf.has(place.column)
        ? { at: "row", row: place.row, leaf: place.column }
        : undefined;
    default:
      return undefined;
  }
}

/** The place that is selected where the keyboard stands. */
export function placeOf(grid: DesignGrid, standing: Standing): Place | undefined {
  const position = positionOf(grid, standing);
  return position && stopAt(grid, position)?.place;
}

import { type Column, type FlatRow, flatRows, type LeafColumn, leafColumns, type Row, type Table } from "@/lib/template";

/** A cell of the head as it prints: a column or a head over columns, with what it spans. */
export interface HeadBox {
  readonly column: Column;
  /** Level from the top, 0-based, and how many levels it covers. */
  readonly level: number;
  readonly rowSpan: number;
  /** Leaf columns that it stands over, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** The head over it; undefined at the top. */
  readonly under: string | undefined;
  /** Place among its siblings. */
  readonly index: number;
}

/** The head of a table: the tree of its columns as merged cells over leaf columns. */
export interface HeadGeometry {
  readonly levels: number;
  readonly leaves: readonly LeafColumn[];
  /** In document order: a head before what stands under it. */
  readonly boxes: readonly HeadBox[];
  readonly boxOf: ReadonlyMap<string, HeadBox>;
  readonly leafOf: ReadonlyMap<string, number>;
}

/** A row of the body. */
export interface Line extends FlatRow {
  /** The row over it; undefined at the top. */
  readonly under: string | undefined;
  /** Place among its siblings. */
  readonly index: number;
  /** The last line that stands under it; its own where it has none. */
  readonly last: number;
}

/** The rows of a table from top to bottom. */
export interface BodyGeometry {
  readonly lines: readonly Line[];
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Lays the tree of columns out as merged cells. */
export function headGeometry(columns: readonly Column[]): HeadGeometry {
  const levels = Math.max(1, ...columns.map(heightOf));
  const boxes: HeadBox[] = [];
  let leaf = 0;
  const visit = (siblings: readonly Column[], level: number, under: string | undefined): void => {
    for (const [index, column] of siblings.entries()) {
      const from = leaf;
      const place = boxes.length;
      if (column.kind === "group") visit(column.columns, level + 1, column.id);
      else leaf += 1;
      const rowSpan = column.kind === "group" ? 1 : levels - level;
      boxes.splice(place, 0, { column, level, rowSpan, from, to: leaf - 1, under, index });
    }
  };
  visit(columns, 0, undefined);
  const leaves = leafColumns({ columns: columns as Table["columns"] });
  return {
    levels,
    leaves,
    boxes,
    boxOf: new Map(boxes.map((box) => [box.column.id, box])),
    leafOf: new Map(leaves.map(({ column }, at) => [column.id, at])),
  };
}

const heightOf = (column: Column): number => (column.kind === "group" ? 1 + Math.max(0, ...column.columns.map(heightOf)) : 1);

/** Lays the tree of rows out as lines. */
export function bodyGeometry(rows: readonly Row[]): BodyGeometry {
  const flat = flatRows({ rows: rows as Table["rows"] });
  const counts = new Map<string | undefined, number>();
  const lines = flat.map((line, at): Line => {
    const under = line.parents.at(-1)?.id;
    const index = counts.get(under) ?? 0;
    counts.set(under, index + 1);
    let last = at;
    while ((flat[last + 1]?.depth ?? 0) > line.depth) last += 1;
    return { ...line, under, index, last };
  });
  return { lines, lineOf: new Map(lines.map(({ row }, at) => [row.id, at])) };
}

/** The head cell that covers a level over a leaf column. */
export const boxAt = (head: HeadGeometry, level: number, leaf: number): HeadBox | undefined =>
  head.boxes.find((box) => box.from <= leaf && leaf <= box.to && box.level <= level && level < box.level + box.rowSpan);

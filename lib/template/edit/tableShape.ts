import type { Column, Row, Table } from "@/lib/template";

/**
 * What stands under what in a table, by ids alone: null for what stands in the table itself. It says nothing of the
 * parts' properties, so that it is handed on from table to table while only those change: a keystroke walks no rows.
 */
export interface TableShape {
  readonly rows: ReadonlyMap<string, string | null>;
  readonly columns: ReadonlyMap<string, string | null>;
}

const known = new WeakMap<Table, TableShape>();

export function shapeOf(table: Table): TableShape {
  const shape = known.get(table) ?? { rows: parentsOf(table.rows), columns: parentsOf(table.columns) };
  known.set(table, shape);
  return shape;
}

/** Tells that a table has this shape: it was made of another by changing properties alone, or the change was followed. */
export function handShapeOn(shape: TableShape, to: Table): void {
  known.set(to, shape);
}

function parentsOf(parts: readonly (Row | Column)[]): ReadonlyMap<string, string | null> {
  const parents = new Map<string, string | null>();
  noteParents(parts, null, parents);
  return parents;
}

/** Notes parts with all under them; of two with one id the first stays. */
export function noteParents(parts: readonly (Row | Column)[], over: string | null, into: Map<string, string | null>): void {
  for (const part of parts) {
    if (!into.has(part.id)) into.set(part.id, over);
    const inner = innerOf(part);
    if (inner) noteParents(inner, part.id, into);
  }
}

/** What stands under a head or a row. */
export function innerOf(part: Row | Column): readonly (Row | Column)[] | undefined {
  if ("columns" in part) return part.columns;
  return "rows" in part ? part.rows : undefined;
}

/** Ids of a part and of all under it, in document order. */
export function idsIn(part: Row | Column): readonly string[] {
  return [part.id, ...(innerOf(part) ?? []).flatMap(idsIn)];
}

/** The ids over a part, outermost first; undefined where there is no such part. */
export function idsOver(parents: ReadonlyMap<string, string | null>, id: string): readonly string[] | undefined {
  const over: string[] = [];
  let at = parents.get(id);
  if (at === undefined) return undefined;
  while (at !== null && at !== undefined) {
    over.unshift(at);
    at = parents.get(at);
  }
  return over;
}

"use client";

import { useMemo, useRef } from "react";
import type { LeafColumn, Table } from "@/lib/template";
import { codesOf, type FaceOf, faceTeller, sayTheSame } from "./cellFace";
import { type ColumnLayout, type Look, layoutColumns } from "./columnWidths";
import { type DesignGrid, designGrid, rowsWithFormulas } from "./designGrid";
import { bodyGeometry, headGeometry } from "./geometry";

/** Keeps the value before where the new one is equal, so that what depends on it is not drawn anew. */
function useKept<T>(value: T, isEqual: (a: T, b: T) => boolean): T {
  const kept = useRef(value);
  if (!isEqual(kept.current, value)) kept.current = value;
  return kept.current;
}

const sameMap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((key) => b.has(key));

const sameLayout = (a: ColumnLayout, b: ColumnLayout): boolean => a.template === b.template && a.frozen === b.frozen;

export interface TableShape {
  readonly grid: DesignGrid;
  readonly layout: ColumnLayout;
  /** Columns of which the words may be old: for the body, which a letter typed into a head does not concern. */
  readonly bodyLeaves: readonly LeafColumn[];
  readonly faceOf: FaceOf;
}

/** All that is reckoned from a table, each part anew only when what it is reckoned from says something else. */
export function useTableShape(table: Table, room: number, look: Look): TableShape {
  const { id, columns, rows, cells, unit, decimals } = table;
  const head = useMemo(() => headGeometry(columns), [columns]);
  const body = useMemo(() => bodyGeometry(rows), [rows]);
  const withFormulas = useKept(
    useMemo(() => rowsWithFormulas(cells), [cells]),
    sameSet,
  );
  const numbered = table.numberingRow === true;
  const grid = useMemo(() => designGrid({ block: id, head, body, numbered, withFormulas }), [id, head, body, numbered, withFormulas]);
  const bodyLeaves = useKept(head.leaves, sayTheSame);
  const codes = useKept(
    useMemo(() => codesOf(head.leaves, rows), [head.leaves, rows]),
    sameMap,
  );
  const faceOf = useMemo(() => faceTeller({ unit, decimals, cells }, bodyLeaves, codes), [unit, decimals, cells, bodyLeaves, codes]);
  const layout = useKept(
    useMemo(() => layoutColumns(head.leaves, room, look), [head.leaves, room, look]),
    sameLayout,
  );
  return { grid, layout, bodyLeaves, faceOf };
}

import type { RowLayout } from "./layout";
import type { FormulaSource } from "./resolve";

type TreeRow = Pick<RowLayout, "kind" | "breakdown" | "parent" | "children">;

/** What a sum over rows must know of the column that it stands in, and of the period. */
export interface InColumn {
  /** Whether a heading has a figure there that stands for its rows (`standsForRows`); else its rows are taken. */
  readonly computes: (group: number) => boolean;
  /** Whether a row is there in the period; without it all are. */
  readonly exists?: (row: number) => boolean;
}

/**
 * Whether a heading's cell, by the source of its formula, stands for the rows under it: by a formula of the cell or of
 * the row. What a column's formula makes of a heading that computes some of its cells alone lacks the others.
 */
export const standsForRows = (row: Pick<RowLayout, "hasFormula"> | undefined, source: FormulaSource | undefined): boolean =>
  source === "cell" || source === "row" || (source === "column" && (row?.hasFormula ?? false));

/** Whether `sum(children)` means something in the row: it has rows under it, or is a subtotal or total. */
export function hasChildren(rows: readonly TreeRow[], index: number): boolean {
  const row = rows[index];
  return row !== undefined && (row.children.length > 0 || row.kind === "total" || row.kind === "subtotal");
}

/**
 * The rows that `sum(children)` adds in a column, as indices in document order.
 * - Of a row with children: its direct children that have figures, through labels that break down all of the parent
 *   ("Chia ra") and headings, never through labels that break down some ("Trong đó").
 * - Of a total without children: its siblings by the same rule; of a subtotal: those above it, back to the subtotal
 *   before that is there in the period.
 * - Subtotals and totals are never added themselves; what stands under one is.
 * Undefined where the word means nothing: a row of another kind without children.
 */
export function childrenOf(rows: readonly TreeRow[], index: number, column: InColumn): readonly number[] | undefined {
  const row = rows[index];
  if (row === undefined || !hasChildren(rows, index)) return undefined;
  if (row.children.length > 0) return row.children.flatMap((child) => figuresOf(rows, child, column));
  const siblings = siblingsOf(rows, index);
  if (row.kind === "total") return siblings.filter((i) => i !== index).flatMap((i) => figuresOf(rows, i, column));
  const above = siblings.slice(0, siblings.indexOf(index));
  const ends = (i: number): boolean => rows[i]?.kind === "subtotal" && rows[i]?.children.length === 0 && (column.exists?.(i) ?? true);
  return above.slice(above.findLastIndex(ends) + 1).flatMap((i) => figuresOf(rows, i, column));
}

/** The row itself where it has a figure of its own in the column, else the rows that it stands for. */
export function figuresOf(rows: readonly TreeRow[], index: number, column: InColumn): readonly number[] {
  const row = rows[index];
  if (row === undefined || (row.kind === "label" && row.breakdown === "some")) return [];
  const adds = row.kind === "indicator" || (row.kind === "group" && column.computes(index));
  return adds ? [index] : row.children.flatMap((child) => figuresOf(rows, child, column));
}

/**
 * Rows between two of one level, both included: what stands between is taken as `sum(children)` takes it, so that
 * subtotals on the way are not counted twice. Undefined where the two are not of one level.
 */
export function rowsBetween(rows: readonly TreeRow[], first: number, last: number, column: InColumn): readonly number[] | undefined {
  const siblings = siblingsOf(rows, first);
  if (!siblings.includes(last)) return undefined;
  const isEnd = (row: number): boolean => (row === first || row === last) && rows[row]?.kind !== "group";
  return siblings.filter((row) => row >= first && row <= last).flatMap((row) => (isEnd(row) ? [row] : figuresOf(rows, row, column)));
}

/** Indices of the rows with the same parent, the row itself included. */
export function siblingsOf(rows: readonly TreeRow[], index: number): readonly number[] {
  const parent = rows[index]?.parent ?? -1;
  if (parent >= 0) return rows[parent]?.children ?? [];
  return topRows(rows);
}

const tops = new WeakMap<readonly TreeRow[], readonly number[]>();

function topRows(rows: readonly TreeRow[]): readonly number[] {
  let top = tops.get(rows);
  if (top === undefined) {
    top = [...rows.keys()].filter((i) => rows[i]?.parent === -1);
    tops.set(rows, top);
  }
  return top;
}

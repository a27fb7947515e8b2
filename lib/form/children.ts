import type { RowLayout } from "./layout";

type TreeRow = Pick<RowLayout, "kind" | "breakdown" | "parent" | "children" | "hasCells">;

/**
 * The rows that `sum(children)` adds, as indices in document order.
 * - Of a row with children: its direct children that have figures, through labels that break down all of the parent
 *   ("Chia ra") and headings, never through labels that break down some ("Trong đó").
 * - Of a total without children: its siblings by the same rule; of a subtotal: those above it, back to the subtotal before.
 * - Subtotals and totals are never added themselves; what stands under one is.
 * Undefined where the word means nothing: a row of another kind without children.
 */
export function childrenOf(rows: readonly TreeRow[], index: number): readonly number[] | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  if (row.children.length > 0) return row.children.flatMap((child) => figuresOf(rows, child));
  if (row.kind !== "total" && row.kind !== "subtotal") return undefined;
  const siblings = siblingsOf(rows, index);
  if (row.kind === "total") return siblings.filter((i) => i !== index).flatMap((i) => figuresOf(rows, i));
  const above = siblings.slice(0, siblings.indexOf(index));
  const before = above.findLastIndex((i) => rows[i]?.kind === "subtotal" && rows[i]?.children.length === 0);
  return above.slice(before + 1).flatMap((i) => figuresOf(rows, i));
}

/** The row itself where it has figures of its own, else the figures that it stands for. */
export function figuresOf(rows: readonly TreeRow[], index: number): readonly number[] {
  const row = rows[index];
  if (row === undefined || (row.kind === "label" && row.breakdown === "some")) return [];
  const adds = row.kind === "indicator" || (row.kind === "group" && row.hasCells);
  return adds ? [index] : row.children.flatMap((child) => figuresOf(rows, child));
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

import type { DropTarget, ZoneHit } from "@/components/designer/dnd";
import type { BodyGeometry, Line } from "./geometry";

/** An insertion line between rows: before which line of the body, and how deep what is dropped will stand. */
export interface RowGap {
  readonly before: number;
  readonly depth: number;
}

/** Levels of rows are fewer than this: a line and a depth are told as one number. */
const base = 64;

export const rowMark = ({ before, depth }: RowGap): number => before * base + depth;
export const rowGapOf = (mark: number): RowGap => ({ before: Math.floor(mark / base), depth: mark % base });

/**
 * Where rows would go that are dropped between two lines at a depth, which is brought between what the line below and
 * the line above allow: not shallower than what follows (it would take it out of its group), not deeper than inside of
 * what is above. Rows that are moved themselves do not count as lines.
 */
export function rowHit(body: BodyGeometry, block: string, gap: RowGap, moved: ReadonlySet<string>): ZoneHit {
  const isMoved = ({ row, parents }: Line): boolean => moved.has(row.id) || parents.some(({ id }) => moved.has(id));
  const above = body.lines.slice(0, gap.before).findLast((line) => !isMoved(line));
  const below = body.lines.slice(gap.before).find((line) => !isMoved(line));
  const least = below?.depth ?? 0;
  const most = above === undefined ? 0 : above.depth + 1;
  const depth = Math.min(Math.max(gap.depth, least), Math.max(most, least));
  return { target: targetAt(body, block, above, depth), mark: rowMark({ before: gap.before, depth }) };
}

function targetAt(body: BodyGeometry, block: string, above: Line | undefined, depth: number): DropTarget {
  if (above === undefined) return { into: { kind: "rows", block }, index: 0 };
  if (depth > above.depth) return { into: { kind: "rows", block, under: above.row.id }, index: 0 };
  const peer = depth === above.depth ? above : body.lines[body.lineOf.get(above.parents[depth]?.id ?? "") ?? -1];
  const { under, index } = peer ?? above;
  return { into: { kind: "rows", block, ...(under === undefined ? {} : { under }) }, index: index + 1 };
}

/** The insertion line of a place in the tree of rows; undefined where it is another table's. */
export function rowMarkOf(body: BodyGeometry, block: string, { into, index }: DropTarget): number | undefined {
  if (into.kind !== "rows" || into.block !== block) return undefined;
  const parent = into.under === undefined ? undefined : body.lines[body.lineOf.get(into.under) ?? -1];
  if (into.under !== undefined && parent === undefined) return undefined;
  const siblings = body.lines.filter((line) => line.under === into.under);
  const at = siblings[index];
  const depth = (parent?.depth ?? -1) + 1;
  if (at !== undefined) return rowMark({ before: body.lineOf.get(at.row.id) ?? 0, depth });
  const last = siblings.at(-1)?.last ?? (parent === undefined ? -1 : (body.lineOf.get(parent.row.id) ?? -1));
  return rowMark({ before: last + 1, depth });
}

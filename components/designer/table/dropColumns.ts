import type { DropTarget, ZoneHit } from "@/components/designer/dnd";
import { boxAt, type HeadGeometry } from "./geometry";

/** An insertion line between columns: before which leaf column, and from which level of the head down. */
export interface ColumnGap {
  readonly before: number;
  readonly level: number;
}

const base = 64;

export const columnMark = ({ before, level }: ColumnGap): number => before * base + level;
export const columnGapOf = (mark: number): ColumnGap => ({ before: Math.floor(mark / base), level: mark % base });

/** Where columns would go that are dropped on a cell of the head: beside it, on the side of its half that was pointed at. */
export function columnHit(
  head: HeadGeometry,
  block: string,
  at: { readonly level: number; readonly leaf: number; readonly isPastMiddle: boolean },
): ZoneHit | undefined {
  const box = boxAt(head, Math.min(Math.max(at.level, 0), head.levels - 1), Math.min(Math.max(at.leaf, 0), head.leaves.length - 1));
  if (box === undefined) return undefined;
  const into = { kind: "columns", block, ...(box.under === undefined ? {} : { under: box.under }) } as const;
  return {
    target: { into, index: box.index + (at.isPastMiddle ? 1 : 0) },
    mark: columnMark({ before: at.isPastMiddle ? box.to + 1 : box.from, level: box.level }),
  };
}

/** The insertion line of a place in the tree of columns; undefined where it is another table's. */
export function columnMarkOf(head: HeadGeometry, block: string, { into, index }: DropTarget): number | undefined {
  if (into.kind !== "columns" || into.block !== block) return undefined;
  const siblings = head.boxes.filter((box) => box.under === into.under);
  const [first] = siblings;
  if (first === undefined) return undefined;
  const at = siblings[index];
  return columnMark({ before: at?.from ?? (siblings.at(-1)?.to ?? -1) + 1, level: first.level });
}

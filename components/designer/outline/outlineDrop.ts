import { type DropTarget, type ListKind, listKindOf, sameSiblings } from "@/components/designer/dnd";
import type { Siblings } from "@/lib/template/edit";
import type { OutlineNode } from "./outlineNodes";

/** A gap between lines of the outline at which something can be put, and how deep it then lies. */
export interface Gap {
  /** Before the line of this position; their number for the end. */
  readonly line: number;
  readonly target: DropTarget;
  readonly level: number;
}

const within = (node: OutlineNode): Siblings | undefined => {
  const { place } = node;
  if (node.kind === "columns" && place.kind === "block") return { kind: "columns", block: place.block };
  if (node.kind === "rows" && place.kind === "block") return { kind: "rows", block: place.block };
  if (place.kind === "column")
    return node.kind === "columnGroup" ? { kind: "columns", block: place.block, under: place.column } : undefined;
  if (place.kind === "row") return { kind: "rows", block: place.block, under: place.row };
  if (place.kind === "block" && (node.kind === "fields" || node.kind === "list")) return { kind: "fields", block: place.block };
  return undefined;
};

/**
 * The gaps at which parts of a kind can be put, top to bottom; of those of one line the deepest first, as they follow
 * in the document.
 */
export function gapsOf(nodes: readonly OutlineNode[], kind: ListKind): readonly Gap[] {
  const gaps: Gap[] = [];
  /** The lists that are under way at a line, outermost first. */
  const lists: { readonly into: Siblings; readonly level: number; index: number }[] =
    kind === "blocks" ? [{ into: { kind }, level: 1, index: 0 }] : [];
  const close = (line: number, level: number): void => {
    for (let last = lists.at(-1); last !== undefined && last.level > level; last = lists.at(-1)) {
      gaps.push({ line, target: { into: last.into, index: last.index }, level: last.level });
      lists.pop();
    }
  };
  for (const [line, node] of nodes.entries()) {
    close(line, node.level);
    const list = lists.at(-1);
    if (list !== undefined && list.level === node.level && !node.isSection && listKindOf(node.place) === kind) {
      gaps.push({ line, target: { into: list.into, index: list.index }, level: node.level });
      list.index += 1;
    }
    const inner = within(node);
    if (inner?.kind !== kind) continue;
    if (node.isOpen || !node.hasChildren) lists.push({ into: inner, level: node.level + 1, index: 0 });
  }
  close(nodes.length, 0);
  return gaps;
}

/**
 * The gap that a pointer means: the nearest line in height; of the gaps there, the one whose depth is nearest to where
 * the pointer is.
 */
export function gapAt(gaps: readonly Gap[], line: number, level: number): Gap | undefined {
  let best: Gap | undefined;
  const worse = (gap: Gap): number => Math.abs(gap.line - line) * 1000 + Math.abs(gap.level - level);
  for (const gap of gaps) if (best === undefined || worse(gap) < worse(best)) best = gap;
  return best;
}

/** The gap of a target. */
export const gapOf = (gaps: readonly Gap[], { into, index }: DropTarget): Gap | undefined =>
  gaps.find(({ target }) => target.index === index && sameSiblings(target.into, into));

import type { Problem } from "@/lib/problem";
import type { Command } from "./command";
import { outermost } from "./documentOrder";
import { idOf, listOf, siblingsAt } from "./lookUp";
import type { Place, Siblings } from "./place";
import { canPlace } from "./placement";
import type { Workpiece } from "./workpiece";

/** Parts move together, in document order; heads that they leave empty go away. */
export function moveParts(work: Workpiece, { parts, into, index }: Extract<Command, { do: "move" }>): Problem | undefined {
  const before = work.template();
  const allowed = canPlace(before, { places: parts }, into, index);
  if (!allowed.ok) return allowed.error;
  const moved = outermost(before, parts);
  const ids = new Set(moved.map(idOf));
  const anchor = siblingsAt(before, into)
    ?.slice(index)
    .find((part) => !ids.has(part.id))?.id;
  const left = moved.map((place) => listOf(before, place));
  for (const place of moved) {
    const problem = work.move(place, into, indexFor(work, place, into, anchor));
    if (problem) return problem;
  }
  return dropEmptyHeads(work, left);
}

/** Where a part stands in the end, right before its anchor. */
function indexFor(work: Workpiece, place: Place, into: Siblings, anchor: string | undefined): number {
  const id = idOf(place);
  const others = (siblingsAt(work.template(), into) ?? []).filter((part) => part.id !== id);
  const at = others.findIndex((part) => part.id === anchor);
  return at < 0 ? others.length : at;
}

/** Takes away the heads of lists that were left empty, and those over them that this leaves empty. */
export function dropEmptyHeads(work: Workpiece, lists: readonly (Siblings | undefined)[]): Problem | undefined {
  for (const list of lists) {
    let at = list;
    while (at?.kind === "columns" && at.under !== undefined && siblingsAt(work.template(), at)?.length === 0) {
      const head: Place = { kind: "column", block: at.block, column: at.under };
      at = listOf(work.template(), head);
      const problem = work.remove(head);
      if (problem) return problem;
    }
  }
  return undefined;
}

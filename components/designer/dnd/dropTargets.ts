import type { Template } from "@/lib/template";
import type { Siblings } from "@/lib/template/edit";
import { childrenOf, listsOfKind, listWithin } from "./childrenOf";
import { wantedList } from "./listKind";
import { placeKey, sameSiblings } from "./sameSiblings";
import type { Dragged, DropTarget } from "./types";

/** A place, and how many heads or groups it is in. */
export interface NestedTarget extends DropTarget {
  readonly depth: number;
}

/**
 * Every place that what is dragged could be put at, in document order: before each part, into each head or group, at
 * the end of each list. The places within what is moved are left out, and of those that would leave it where it stands
 * one is kept. Whether the template allows a place is not asked here: for a long table that is asked as a person comes by.
 */
export function dropTargets(template: Template, dragged: Dragged): readonly NestedTarget[] {
  const kind = wantedList(dragged);
  if (kind === undefined) return [];
  const moved = new Set(dragged.kind === "parts" ? dragged.places.map(placeKey) : []);
  const targets: NestedTarget[] = [];
  const visit = (into: Siblings, depth: number): void => {
    const children = childrenOf(template, into);
    let wasMoved = false;
    for (const [index, child] of children.entries()) {
      if (!wasMoved) targets.push({ into, index, depth });
      wasMoved = moved.has(placeKey(child));
      const within = wasMoved ? undefined : listWithin(template, child);
      if (within) visit(within, depth + 1);
    }
    if (!wasMoved) targets.push({ into, index: children.length, depth });
  };
  for (const list of listsOfKind(template, kind)) visit(list, 0);
  return targets;
}

/** Whether a drop there would leave everything where it stands. */
export function staysPut(template: Template, dragged: Dragged, { into, index }: DropTarget): boolean {
  if (dragged.kind === "new") return false;
  const moved = new Set(dragged.places.map(placeKey));
  const children = childrenOf(template, into);
  const at = children.flatMap((child, position) => (moved.has(placeKey(child)) ? [position] : []));
  const [first] = at;
  const last = at.at(-1);
  if (first === undefined || last === undefined || at.length !== moved.size) return false;
  return last - first + 1 === at.length && index >= first && index <= last + 1;
}

/** Where a part stands now: its list, and its position there. */
export function targetAt(template: Template, dragged: Dragged): DropTarget | undefined {
  return dropTargets(template, dragged).find((target) => staysPut(template, dragged, target));
}

/** The position of a target among targets; -1 where it is none of them. */
export const indexOfTarget = (targets: readonly DropTarget[], wanted: DropTarget): number =>
  targets.findIndex(({ into, index }) => index === wanted.index && sameSiblings(into, wanted.into));

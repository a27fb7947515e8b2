import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import type { Command } from "./command";
import { outermost } from "./documentOrder";
import { idOf, listOf, siblingsAt, spotOf } from "./lookUp";
import type { Place, Siblings } from "./place";
import { canPlace } from "./placement";
import { pathOf, refusal } from "./refusal";
import { listKey } from "./scopes";

/**
 * One step of a move by keyboard or button. `up` and `down` pass one sibling (for columns and columns of a list: left
 * and right); `in` goes under the sibling before (a row becomes its last row; a column goes into the head beside it,
 * the one before it first); `out` goes to stand right after the row or head over it.
 */
export type Nudge = "up" | "down" | "in" | "out";

/** The command that moves parts by one step, or why they cannot. They must stand in one list, side by side. */
export function nudge(template: Template, places: readonly Place[], step: Nudge): Result<Command, Problem> {
  const parts = outermost(template, places);
  const spots = parts.map((place) => spotOf(template, place));
  const [first] = spots;
  const [place] = parts;
  if (first === undefined || place === undefined) return fail(refusal("nothingToMove", ""));
  for (const [i, spot] of spots.entries()) {
    if (spot === undefined || listKey(spot.in) !== listKey(first.in) || spot.index !== first.index + i) {
      return fail(refusal("notTogether", pathOf(template, place)));
    }
  }
  const target = targetOf(template, first.in, first.index, parts.length, step);
  if (target === undefined) return fail(refusal(stuck[step], pathOf(template, place)));
  const allowed = canPlace(template, { places: parts }, target.into, target.index);
  return allowed.ok ? ok({ do: "move", parts, ...target }) : allowed;
}

const stuck = { up: "alreadyFirst", down: "alreadyLast", in: "nothingToGoInto", out: "alreadyOutermost" } as const;

interface Target {
  readonly into: Siblings;
  readonly index: number;
}

function targetOf(template: Template, list: Siblings, index: number, count: number, step: Nudge): Target | undefined {
  const siblings = siblingsAt(template, list) ?? [];
  switch (step) {
    case "up":
      return index > 0 ? { into: list, index: index - 1 } : undefined;
    case "down":
      return index + count < siblings.length ? { into: list, index: index + count + 1 } : undefined;
    case "in": {
      if (list.kind !== "rows" && list.kind !== "columns") return undefined;
      const before = siblings[index - 1];
      const under = before && ({ ...list, under: before.id } as const);
      const inner = under && siblingsAt(template, under);
      if (inner) return { into: under, index: inner.length };
      const after = siblings[index + count];
      const head = list.kind === "columns" && after ? ({ ...list, under: after.id } as const) : undefined;
      return head && siblingsAt(template, head) ? { into: head, index: 0 } : undefined;
    }
    case "out": {
      const over = overOf(list);
      const parents = over && listOf(template, over);
      const at = parents && siblingsAt(template, parents)?.findIndex((part) => part.id === idOf(over));
      return parents && at !== undefined && at >= 0 ? { into: parents, index: at + 1 } : undefined;
    }
  }
}

function overOf(list: Siblings): Place | undefined {
  if ((list.kind !== "rows" && list.kind !== "columns") || list.under === undefined) return undefined;
  return list.kind === "rows"
    ? { kind: "row", block: list.block, row: list.under }
    : { kind: "column", block: list.block, column: list.under };
}

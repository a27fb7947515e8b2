import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import { applyChange, applyPatch } from "./applyPatch";
import type { Value } from "./command";
import { key } from "./documentOrder";
import { placeAfterMove } from "./invert";
import { partAt, placeIn, spotOf } from "./lookUp";
import type { Change, Patch } from "./patch";
import type { Place } from "./place";
import { renameMine } from "./renameMine";
import { same, withoutNumbers } from "./sameValue";
import { isRecord } from "./schema";
import { listKey } from "./scopes";
import { type Workpiece, workOn } from "./workpiece";

/**
 * Something of mine that does not go on cleanly over what others did: a property that both set, a part that one moved
 * and the other too, a part that one changed and the other removed. Theirs stands until a person says otherwise.
 */
export interface Conflict {
  /** Which of my patches it is of. */
  readonly step: number;
  readonly at: Place;
  /** The property that both set; of conflicts of whole parts none. */
  readonly property?: string;
  /** What I made of it: the value, the part, or where I put it. Absent: I cleared or removed it. */
  readonly mine?: Value;
  /** What it is now. Absent: they cleared or removed it. */
  readonly theirs?: Value;
  /** My changes that are not in the result. */
  readonly changes: Patch;
}

export interface Rebased {
  /** Theirs with mine upon it. */
  readonly template: Template;
  /** What each of my patches now is; empty where nothing is left of it. */
  readonly mine: readonly Patch[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Puts my patches on a template that went another way meanwhile: both began from `base`. Refused where theirs do not go
 * on `base`, which is then not the template that they were made on.
 */
export function rebase(base: Template, mine: readonly Patch[], theirs: readonly Patch[]): Result<Rebased, Problem> {
  const others = applyPatch(base, theirs.flat());
  if (!others.ok) return fail(others.error);
  const theirMoves = new Set(
    theirs.flat().flatMap((change) => (change.kind === "move" ? [key(placeAfterMove(change.part, change.to.in))] : [])),
  );
  let template = others.value;
  const patches: Patch[] = [];
  let conflicts: readonly Conflict[] = [];
  for (const [step, patch] of renameMine(mine, base, theirs.flat(), template).entries()) {
    const put = putOn(template, patch, step, theirMoves);
    template = put.template;
    patches.push(put.patch);
    conflicts = mergeConflicts(conflicts, put.conflicts);
  }
  return ok({ template, mine: patches, conflicts });
}

interface Put {
  readonly template: Template;
  readonly patch: Patch;
  readonly conflicts: readonly Conflict[];
}

/**
 * One of my patches: property by property where it sets alone; what moves, makes or removes parts, or makes another kind
 * of one, goes on whole or not at all.
 */
function putOn(template: Template, patch: Patch, step: number, theirMoves: ReadonlySet<string>): Put {
  const work = workOn(template);
  const conflicts: Conflict[] = [];
  for (const change of patch) {
    const conflict = putChange(work, change, theirMoves);
    if (conflict) conflicts.push({ ...conflict, step });
  }
  const isOfProperties = patch.every((change) => change.kind === "set" && change.property !== "kind");
  const done = conflicts.length === 0 || isOfProperties ? work.finish() : undefined;
  if (done?.ok) return { ...done.value, conflicts };
  const [first] = patch;
  const told: Conflict[] = conflicts.length > 0 ? conflicts.slice(0, 1) : first ? [{ step, ...sidesOf(template, first), changes: [] }] : [];
  return { template, patch: [], conflicts: told.map((conflict) => ({ ...conflict, changes: patch })) };
}

type Sides = Omit<Conflict, "step" | "changes">;

function putChange(work: Workpiece, change: Change, theirMoves: ReadonlySet<string>): Omit<Conflict, "step"> | undefined {
  const template = work.template();
  if (isDone(template, change)) return undefined;
  const merged = change.kind === "set" ? mergedText(template, change) : undefined;
  const fitting = merged ?? change;
  const isMovedByBoth = change.kind === "move" && theirMoves.has(key(change.part));
  const problem = isMovedByBoth || applyChange(work, fitting);
  return problem ? { ...sidesOf(template, change), changes: [change] } : undefined;
}

/** Whether what a change would do is so already, because others did the same or took the part away that it would clear. */
function isDone(template: Template, change: Change): boolean {
  switch (change.kind) {
    case "set": {
      const part = partAt(template, change.at);
      if (part === undefined) return change.after === undefined && (change.at.kind !== "cell" || isCellGone(template, change.at));
      return same((part as unknown as Readonly<Record<string, unknown>>)[change.property], change.after);
    }
    case "remove":
      return partAt(template, placeOfPart(change)) === undefined;
    case "insert": {
      const standing = partAt(template, placeOfPart(change));
      return standing !== undefined && same(withoutNumbers(standing), withoutNumbers(change.part));
    }
    case "move": {
      const now = spotOf(template, placeAfterMove(change.part, change.to.in)) ?? spotOf(template, change.part);
      return now !== undefined && listKey(now.in) === listKey(change.to.in) && now.after === change.to.after;
    }
    case "replace":
      return same(template, change.after);
  }
}

const isCellGone = (template: Template, at: Extract<Place, { kind: "cell" }>): boolean =>
  partAt(template, { kind: "row", block: at.block, row: at.row }) === undefined ||
  partAt(template, { kind: "column", block: at.block, column: at.column }) === undefined ||
  partAt(template, at) === undefined;

const placeOfPart = (change: Extract<Change, { kind: "insert" | "remove" }>): Place =>
  placeIn(change.spot.in, String((change.part as Readonly<Record<string, unknown>>).id));

/** A text of which I wrote one language and they the other has both. */
function mergedText(template: Template, change: Extract<Change, { kind: "set" }>): Change | undefined {
  const part = partAt(template, change.at) as Readonly<Record<string, unknown>> | undefined;
  const now = part?.[change.property];
  const { before, after } = change;
  if (!isText(now) || !isText(before) || !isText(after) || same(now, before)) return undefined;
  const next: { vi?: string; en?: string } = {};
  for (const locale of ["vi", "en"] as const) {
    const [was, mine, theirs] = [before[locale], after[locale], now[locale]];
    if (mine !== was && theirs !== was && mine !== theirs) return undefined;
    const words = mine === was ? theirs : mine;
    if (words !== undefined) next[locale] = words;
  }
  return { ...change, before: now as Value, after: next as Value };
}

const isText = (value: unknown): value is { readonly vi: string; readonly en?: string } => isRecord(value) && typeof value.vi === "string";

/** What I wanted and what is there. */
function sidesOf(template: Template, change: Change): Sides {
  switch (change.kind) {
    case "set": {
      const part = partAt(template, change.at) as Readonly<Record<string, Value>> | undefined;
      return sides(change.at, change.after, part?.[change.property], change.property);
    }
    case "insert":
      return sides(placeOfPart(change), change.part, partAt(template, placeOfPart(change)));
    case "remove":
      return sides(placeOfPart(change), undefined, partAt(template, placeOfPart(change)));
    case "move": {
      const now = spotOf(template, change.part);
      return sides(change.part, change.to, now);
    }
    case "replace":
      return sides({ kind: "document" }, change.after, template);
  }
}

function sides(at: Place, mine: unknown, theirs: unknown, property?: string): Sides {
  return {
    at,
    ...(property === undefined ? {} : { property }),
    ...(mine === undefined ? {} : { mine: mine as Value }),
    ...(theirs === undefined ? {} : { theirs: theirs as Value }),
  };
}

/** Of a word that was typed letter by letter one conflict is told, with the whole word. */
function mergeConflicts(told: readonly Conflict[], found: readonly Conflict[]): readonly Conflict[] {
  let all = told;
  for (const conflict of found) {
    const earlier =
      conflict.property === undefined
        ? undefined
        : all.find((other) => other.property === conflict.property && key(other.at) === key(conflict.at));
    if (earlier === undefined) {
      all = [...all, conflict];
      continue;
    }
    const { mine: _mine, ...rest } = earlier;
    const changes = [...earlier.changes, ...conflict.changes];
    const merged = { ...rest, ...(conflict.mine === undefined ? {} : { mine: conflict.mine }), changes };
    // Typed and taken back: nothing of mine is left to be lost.
    const began = earlier.changes[0];
    const isBack = began?.kind === "set" && same(began.before, conflict.mine);
    all = all.flatMap((other) => (other === earlier ? (isBack ? [] : [merged]) : [other]));
  }
  return all;
}

import type { Problem } from "@/lib/problem";
import { fail, type Result } from "@/lib/result";
import type { Column, Row, Template } from "@/lib/template";
import type { Part } from "./command";
import { idOf, partAt, placeIn, siblingsAt, spotOf, tableOf } from "./lookUp";
import type { Change, Patch, Spot } from "./patch";
import type { Place } from "./place";
import { pathOf, refusal } from "./refusal";
import { replaceTemplate } from "./runReplace";
import { same, withoutNumbers } from "./sameValue";
import { definitionOf, schemaFor } from "./schema";
import { schemaFault } from "./schemaFault";
import { listKey } from "./scopes";
import { placeName } from "./stepLabel";
import { innerOf } from "./tableShape";
import { type Workpiece, workOn } from "./workpiece";

/**
 * Makes the changes of a patch to a template, which may have gone another way since the patch was made: parts are found
 * by their ids, and stand after the sibling that they stood after. What is no longer as the patch found it is refused
 * as `edit.conflict` at its place, and nothing is changed.
 */
export function applyPatch(template: Template, patch: Patch): Result<Template, Problem> {
  if (patch.length === 0) return { ok: true, value: template };
  const work = workOn(template);
  for (const change of patch) {
    const problem = applyChange(work, change);
    if (problem) return fail(problem);
  }
  const done = work.finish();
  return done.ok ? { ok: true, value: done.value.template } : done;
}

/** Makes one change, if things stand as it found them. */
export function applyChange(work: Workpiece, change: Change): Problem | undefined {
  if (change.kind === "replace" || (change.kind === "remove" && change.spot.in.kind === "blocks")) work.settle();
  const template = work.template();
  switch (change.kind) {
    case "set": {
      const part = partAt(template, change.at) as Readonly<Record<string, unknown>> | undefined;
      if (part === undefined && change.at.kind !== "cell") return conflict(template, change.at);
      if (change.property === "kind" && losesBy(part, change)) return conflict(template, change.at, change.property);
      const isAsBefore = sameValue(template, change.at, change.property, part?.[change.property], change.before);
      return isAsBefore ? work.set(change.at, change.property, change.after) : conflict(template, change.at, change.property);
    }
    case "insert": {
      const siblings = siblingsAt(template, change.spot.in);
      if (siblings === undefined) return conflictInList(change.spot);
      const fault = partFault(template, change);
      if (fault) return fault;
      return work.insert(change.spot.in, indexIn(siblings, change.spot), change.part as unknown as Part);
    }
    case "remove": {
      const place = placeIn(change.spot.in, String((change.part as Readonly<Record<string, unknown>>).id));
      const part = partAt(template, place);
      if (part === undefined || !samePart(template, place, part, change.part)) return conflict(template, place);
      if (hasDeclaredCells(template, place)) return conflict(template, place);
      return work.remove(place);
    }
    case "move": {
      const now = spotOf(template, change.part);
      if (now === undefined || listKey(now.in) !== listKey(change.from.in)) return conflict(template, change.part);
      const siblings = siblingsAt(template, change.to.in);
      if (siblings === undefined) return conflictInList(change.to);
      const id = idOf(change.part);
      return work.move(
        change.part,
        change.to.in,
        indexIn(
          siblings.filter((part) => part.id !== id),
          change.to,
        ),
      );
    }
    case "replace":
      return same(template, change.before)
        ? replaceTemplate(work, change.after as unknown as Template)
        : conflict(template, { kind: "document" });
  }
}

const conflict = (template: Template, place: Place, property?: string): Problem =>
  refusal("conflict", pathOf(template, place), { name: placeName(template, place) || (idOf(place) ?? ""), property: property ?? "" });

function conflictInList(spot: Spot): Problem {
  const under = "under" in spot.in ? spot.in.under : undefined;
  const block = spot.in.kind === "blocks" ? "" : spot.in.block;
  return refusal("conflict", under === undefined ? block : `${block}.${under}`, { name: under ?? block, property: "" });
}

/** After the sibling that it stood after, wherever that is now; where it is gone, as far down as it stood. */
function indexIn(siblings: readonly Part[], spot: Spot): number {
  if (spot.after === null) return 0;
  const after = siblings.findIndex((part) => part.id === spot.after);
  return after < 0 ? Math.min(spot.index, siblings.length) : after + 1;
}

const definitionIn = { blocks: "block", columns: "column", rows: "row", fields: "field", checks: "check" } as const;

/** What a patch brings in fits the schema; a head may come without columns, which then move in. */
function partFault(template: Template, { spot, part }: Extract<Change, { kind: "insert" }>): Problem | undefined {
  const { columns } = part as { readonly columns?: readonly unknown[] };
  const isEmptyHead = spot.in.kind === "columns" && columns?.length === 0;
  const whole = isEmptyHead ? { ...(part as object), columns: [{ kind: "value", id: "c1", label: { vi: "" } }] } : part;
  const fault = schemaFault(definitionOf(definitionIn[spot.in.kind]), whole, "");
  return (
    fault && { ...fault, at: spot.in.kind === "blocks" ? "" : pathOf(template, { kind: "block", block: spot.in.block }), severity: "error" }
  );
}

/** Whether a property is as it was. Numbers that a table counts follow from the rest and are not looked at, but that there is none. */
function sameValue(template: Template, place: Place, property: string, now: unknown, before: unknown): boolean {
  if (place.kind === "row" && property === "number" && isNumbered(template, place.block)) return (now === "") === (before === "");
  return same(now, before);
}

const isNumbered = (template: Template, block: string): boolean => tableOf(template, block)?.rowNumbering !== undefined;

/**
 * Whether a part says something that the kind that it becomes cannot say. A patch that changes a kind clears that first,
 * so what stands there still was said by somebody else, and would be gone without a word.
 */
function losesBy(part: Readonly<Record<string, unknown>> | undefined, { at, after }: Extract<Change, { kind: "set" }>): boolean {
  if (part === undefined || at.kind === "document" || at.kind === "cell") return false;
  const properties = schemaFor(definitionOf(at.kind), { ...part, kind: after })?.properties;
  return properties !== undefined && Object.keys(part).some((property) => !Object.hasOwn(properties, property));
}

/**
 * Whether the table says something of cells of a row or column. A patch that removes one clears them first, so what
 * stands there still was said by somebody else, and would be left behind where nobody reaches it. A head has no cells.
 */
function hasDeclaredCells(template: Template, place: Place): boolean {
  if (place.kind !== "row" && place.kind !== "column") return false;
  const cells = tableOf(template, place.block)?.cells;
  const part = cells && (partAt(template, place) as Row | Column | undefined);
  if (cells === undefined || part === undefined) return false;
  const ids = new Set(withCells(part));
  return cells.some((cell) => ids.has(place.kind === "row" ? cell.row : cell.column));
}

/** Ids of the rows, or of the columns that are no heads, in a part. */
const withCells = (part: Row | Column): readonly string[] =>
  part.kind === "group" && "columns" in part ? part.columns.flatMap(withCells) : [part.id, ...(innerOf(part) ?? []).flatMap(withCells)];

function samePart(template: Template, place: Place, now: unknown, before: unknown): boolean {
  return place.kind === "row" && isNumbered(template, place.block) ? same(withoutNumbers(now), withoutNumbers(before)) : same(now, before);
}

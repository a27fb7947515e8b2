import type { Template } from "@/lib/template";
import { type Siblings, type Spot, sameValue, type Value } from "@/lib/template/edit";
import type { Difference } from "./difference";
import { type FlatPart, flatten } from "./flatten";
import { longestRising } from "./longestRising";

/**
 * How a template became another version of itself, block by block in the order of the later one, what is gone last. No
 * fact is told that follows from others: the numbers of rows that a table counts, the parts of what is new or gone as
 * a whole. Equal templates have no difference, and templates without one are equal.
 */
export function differences(before: Template, after: Template): readonly Difference[] {
  const was = flatten(before);
  const is = flatten(after);
  const moves = movesBetween(was, is);
  const [onceIn, nowIn] = [was, is].map((parts) => grouped(parts, (part) => part.list && listName(part.list))) as [Groups, Groups];
  const [onceUnder, nowUnder] = [was, is].map((parts) => grouped(parts, (part) => part.over)) as [Groups, Groups];
  const found: Difference[] = [];
  for (const part of is.values()) {
    const old = was.get(part.key);
    if (old === undefined) {
      if (part.over !== undefined && !was.has(part.over)) continue;
      if (part.place.kind === "cell") found.push(...changedProperties(undefined, part));
      else found.push({ kind: "added", place: part.place, part: wholeOf(part, nowUnder, was), spot: spotOf(part, nowIn) });
      continue;
    }
    if (moves.has(part.key)) found.push({ kind: "moved", place: part.place, from: spotOf(old, onceIn), to: spotOf(part, nowIn) });
    found.push(...changedProperties(old, part));
  }
  for (const old of was.values()) {
    if (is.has(old.key)) continue;
    if (old.place.kind === "cell") {
      // What was said of the cells of a row or column that is gone is gone with it.
      if (isCellOf(old, is)) found.push(...changedProperties(old, undefined));
    } else if (old.over === undefined || is.has(old.over)) {
      found.push({ kind: "removed", place: old.place, part: wholeOf(old, onceUnder, is), spot: spotOf(old, onceIn) });
    }
  }
  const rankOf = ranksOf(before, after);
  return found.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Where a difference is told: the document first, then block by block as they stand now, then those that are gone. */
function ranksOf(before: Template, after: Template): (difference: Difference) => number {
  const ranks = new Map<string, number>();
  for (const { id } of [...after.blocks, ...before.blocks]) if (!ranks.has(id)) ranks.set(id, ranks.size);
  return ({ place }) => (place.kind === "document" ? -1 : (ranks.get(place.block) ?? ranks.size));
}

/** Parts that stand in another list, or in the same one out of their old order: as few as explain it. */
function movesBetween(was: ReadonlyMap<string, FlatPart>, is: ReadonlyMap<string, FlatPart>): ReadonlySet<string> {
  const moved = new Set<string>();
  const staying = new Map<string, { readonly key: string; readonly index: number }[]>();
  for (const part of is.values()) {
    const old = was.get(part.key);
    if (old?.list === undefined || part.list === undefined) continue;
    if (listName(old.list) !== listName(part.list)) moved.add(part.key);
    else {
      const list = staying.get(listName(part.list)) ?? [];
      list.push({ key: part.key, index: old.index });
      staying.set(listName(part.list), list);
    }
  }
  for (const list of staying.values()) {
    const kept = new Set(longestRising(list.map(({ index }) => index)));
    for (const [i, { key }] of list.entries()) if (!kept.has(i)) moved.add(key);
  }
  return moved;
}

const listName = (list: Siblings): string =>
  list.kind === "blocks" ? "blocks" : `${list.kind} ${list.block} ${"under" in list ? (list.under ?? "") : ""}`;

type Groups = ReadonlyMap<string, readonly FlatPart[]>;

function grouped(parts: ReadonlyMap<string, FlatPart>, groupOf: (part: FlatPart) => string | undefined): Groups {
  const groups = new Map<string, FlatPart[]>();
  for (const part of parts.values()) {
    const name = groupOf(part);
    if (name === undefined) continue;
    const group = groups.get(name) ?? [];
    group.push(part);
    groups.set(name, group);
  }
  return groups;
}

function spotOf(part: FlatPart, lists: Groups): Spot {
  const list = part.list ?? { kind: "blocks" };
  const before = lists.get(listName(list))?.[part.index - 1];
  return { in: list, index: part.index, after: before === undefined ? null : String(before.own.id) };
}

/** Properties of a part that are not as they were; of a part that is not there, none is. */
function changedProperties(old: FlatPart | undefined, part: FlatPart | undefined): readonly Difference[] {
  const place = (part ?? old)?.place;
  if (place === undefined) return [];
  const properties = new Set([...Object.keys(part?.own ?? {}), ...Object.keys(old?.own ?? {})]);
  return [...properties].flatMap((property): readonly Difference[] => {
    const before = old?.own[property] as Value | undefined;
    const after = part?.own[property] as Value | undefined;
    if (sameValue(before, after)) return [];
    const follows = property === "number" && old?.isCounted && part?.isCounted && (before === "") === (after === "");
    if (follows) return [];
    return [{ kind: "set", place, property, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

/** A part with what stands under it, but for what is in the other template too. */
function wholeOf(part: FlatPart, under: Groups, others: ReadonlyMap<string, FlatPart>): Value {
  const lists: Record<string, Value[]> = {};
  for (const inner of under.get(part.key) ?? []) {
    if (others.has(inner.key)) continue;
    const { place } = inner;
    const list = place.kind === "cell" ? "cells" : listProperty(inner);
    const own = place.kind === "cell" ? ({ row: place.row, column: place.column, ...inner.own } as Value) : wholeOf(inner, under, others);
    const parts = lists[list] ?? [];
    parts.push(own);
    lists[list] = parts;
  }
  return { ...(part.own as Readonly<Record<string, Value>>), ...lists };
}

function listProperty(part: FlatPart): string {
  if (part.list?.kind === "fields") return part.key.startsWith("item ") ? "columns" : "fields";
  return part.list?.kind ?? "";
}

function isCellOf(cell: FlatPart, is: ReadonlyMap<string, FlatPart>): boolean {
  const { place } = cell;
  return place.kind === "cell" && is.has(`rows ${place.block} ${place.row}`) && is.has(`columns ${place.block} ${place.column}`);
}

import type { Template } from "@/lib/template";
import { idOf, listOf, siblingsAt, tableOf } from "./lookUp";
import type { Place } from "./place";
import { idsOver, shapeOf } from "./tableShape";

/** The ids over a row or column, outermost first; of other parts none. */
function over(template: Template, place: Place): readonly string[] {
  const table = place.kind === "row" || place.kind === "column" ? tableOf(template, place.block) : undefined;
  if (table === undefined) return [];
  return (place.kind === "row" ? idsOver(shapeOf(table).rows, place.row) : idsOver(shapeOf(table).columns, idOf(place) ?? "")) ?? [];
}

/**
 * Places of parts each once, in document order, without those that stand under another of them: what is done to a
 * selection is done to its outermost parts.
 */
export function outermost(template: Template, places: readonly Place[]): readonly Place[] {
  const chosen = new Map(places.map((place) => [key(place), place] as const));
  const inside = (place: Place): boolean =>
    over(template, place).some((id) => chosen.has(key(place.kind === "row" ? { ...place, row: id } : ({ ...place, column: id } as Place))));
  const outer = [...chosen.values()].filter((place) => !inside(place));
  const ranks = new Map(outer.map((place) => [place, rankOf(template, place)] as const));
  return outer.toSorted((a, b) => compare(ranks.get(a) ?? [], ranks.get(b) ?? []));
}

/** Positions on the way down to a part. */
function rankOf(template: Template, place: Place): readonly number[] {
  const list = listOf(template, place);
  if (list === undefined) return [];
  const own = siblingsAt(template, list)?.findIndex((part) => part.id === idOf(place)) ?? -1;
  if (list.kind === "blocks") return [own];
  const block = template.blocks.findIndex(({ id }) => id === list.block);
  if (list.kind !== "rows" && list.kind !== "columns") return [block, own];
  const above = over(template, place).map((id) => {
    const parent = place.kind === "row" ? { ...place, row: id } : ({ ...place, column: id } as Place);
    const parents = listOf(template, parent);
    return (parents && siblingsAt(template, parents)?.findIndex((part) => part.id === id)) ?? -1;
  });
  return [block, ...above, own];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A place as one string, equal for equal places. */
export function key(place: Place): string {
  const block = place.kind === "document" ? "" : place.block;
  const cell = place.kind === "cell" ? `${place.row}.${place.column}` : (idOf(place) ?? "");
  return `${place.kind} ${block} ${cell}`;
}

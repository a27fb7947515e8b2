import type { Column, Row, Template } from "@/lib/template";
import { key } from "./documentOrder";
import { blockOf, idOf, partAt } from "./lookUp";
import type { Place } from "./place";
import { referencesIn, type Scope, targetsOf } from "./references";
import { idsIn } from "./tableShape";
import { partsOf } from "./walkParts";

/** A property of a part that refers to others: a formula, a weight, a text with an embedded value. */
export interface Use {
  readonly place: Place;
  readonly property: string;
}

/**
 * Who refers to parts, so that a person is asked before they are removed. What goes with them is not told. A range
 * refers to its ends alone; an indicator is referred to where no other part is left that bears it.
 */
export function usesOf(template: Template, places: readonly Place[]): readonly Use[] {
  const going = new Set(places.map(key));
  const ids = new Set<string>();
  for (const place of places) for (const target of targetsAt(template, place)) ids.add(target);
  const kept = [...partsOf(template)].filter(({ place }) => !isGoing(place, going, ids));
  const indicators = lostIndicators(template, kept);
  const uses = new Map<string, Use>();
  for (const { place, own, home } of kept) {
    for (const { property, path } of referencesIn(own)) {
      const isUse =
        path[0] === "ind" && path.length === 2
          ? indicators.has(path[1] ?? "")
          : targetsOf(path, home).some((target) => target && ids.has(targetKey(target.scope, target.id)));
      // The lists of a check are not asked about: removing mends them.
      if (isUse && !(place.kind === "check" && (property === "rows" || property === "columns"))) {
        uses.set(`${key(place)} ${property}`, { place, property });
      }
    }
  }
  return [...uses.values()];
}

const targetKey = (scope: Scope, id: string): string => `${scope}/${id}`;

/** What references call a part and all in it. */
function targetsAt(template: Template, place: Place): readonly string[] {
  const part = partAt(template, place);
  switch (place.kind) {
    case "column":
    case "row":
      return part ? idsIn(part as Row | Column).map((id) => targetKey(`in ${place.block}`, id)) : [];
    case "field": {
      const scope: Scope = blockOf(template, place.block)?.kind === "list" ? `in ${place.block}` : "field";
      return [targetKey(scope, place.field)];
    }
    case "block": {
      const block = blockOf(template, place.block);
      const fields = block?.kind === "fields" ? block.fields.map(({ id }) => targetKey("field", id)) : [];
      return [targetKey("block", place.block), ...fields];
    }
    case "document":
    case "cell":
    case "check":
      return [];
  }
}

function isGoing(place: Place, going: ReadonlySet<string>, ids: ReadonlySet<string>): boolean {
  if (place.kind === "document") return false;
  if (going.has(key(place)) || going.has(key({ kind: "block", block: place.block }))) return true;
  const scope: Scope = `in ${place.block}`;
  if (place.kind === "cell") return ids.has(targetKey(scope, place.row)) || ids.has(targetKey(scope, place.column));
  return (place.kind === "row" || place.kind === "column") && ids.has(targetKey(scope, idOf(place) ?? ""));
}

/** Indicators that only parts bear that are going. */
function lostIndicators(template: Template, kept: readonly { readonly own: Readonly<Record<string, unknown>> }[]): ReadonlySet<string> {
  const left = new Set(kept.map(({ own }) => own.indicator));
  const all = [...partsOf(template)].map(({ own }) => own.indicator);
  return new Set(all.filter((code): code is string => typeof code === "string" && !left.has(code)));
}

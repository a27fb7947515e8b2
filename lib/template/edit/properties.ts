import type { Column, Row } from "@/lib/template";
import type { Part } from "./command";
import type { Place } from "./place";
import { definitionOf, type Schema, schemaFor } from "./schema";
import { innerOf } from "./tableShape";

type Loose = Readonly<Record<string, unknown>>;

/** Properties that tell a part or hold others: they are not set, parts are inserted, moved and removed. */
const structural: Readonly<Record<Place["kind"], readonly string[]>> = {
  document: ["format", "blocks"],
  block: ["id", "columns", "rows", "fields", "cells", "checks"],
  column: ["id", "columns"],
  row: ["id", "rows"],
  cell: ["row", "column"],
  check: ["id"],
  field: ["id"],
};

export const isStructural = (kind: Place["kind"], property: string): boolean => structural[kind].includes(property);

/** The schema of a property, whichever kind of part has it: they agree but for what they allow. */
export function propertySchema(kind: Place["kind"], property: string): Schema {
  const definition = definitionOf(kind);
  const branches = definition.oneOf ?? [definition];
  for (const branch of branches) {
    const own = schemaFor(branch, undefined)?.properties;
    if (own && Object.hasOwn(own, property)) return own[property] ?? {};
  }
  return {};
}

/** A part with a property set or cleared, its keys in the order of the schema. */
export function withProperty<T extends object>(definition: Schema, part: T, property: string, value: unknown): T {
  const properties = schemaFor(definition, property === "kind" ? { ...part, kind: value } : part)?.properties ?? {};
  const next: Record<string, unknown> = {};
  for (const key of Object.keys(properties)) {
    if (key === property) {
      if (value !== undefined) next[key] = value;
    } else if ((part as Loose)[key] !== undefined) next[key] = (part as Loose)[key];
  }
  return next as T;
}

export function withBranch(parts: readonly Part[], side: "rows" | "columns", path: readonly string[], list: readonly Part[]): Part[] {
  const [first, ...rest] = path;
  if (first === undefined) return [...list];
  return parts.map((part) => {
    if (part.id !== first) return part;
    const inner = withBranch(innerOf(part as Row | Column) ?? [], side, rest, list);
    // A row without rows says nothing of them; a head left empty is seen to in the end.
    const value = side === "rows" && inner.length === 0 ? undefined : inner;
    return withProperty(definitionOf(side === "rows" ? "row" : "column"), part, side, value);
  });
}

import type { Column, Row, Template } from "@/lib/template";
import type { Part } from "./command";
import type { Siblings } from "./place";
import { innerOf, shapeOf } from "./tableShape";

/** A list as one string, equal for equal lists. */
export const listKey = (siblings: Siblings): string =>
  siblings.kind === "blocks" ? "blocks" : `${siblings.kind} ${siblings.block} ${"under" in siblings ? (siblings.under ?? "") : ""}`;

/** The ids that a new part of a list may not bear. */
export function takenIds(template: Template, into: Siblings): { readonly has: (id: string) => boolean } {
  if (into.kind === "blocks") return new Set(template.blocks.map(({ id }) => id));
  const block = template.blocks.find(({ id }) => id === into.block);
  if (into.kind === "fields") {
    if (block?.kind === "list") return new Set(block.columns.map(({ id }) => id));
    return new Set(template.blocks.flatMap((other) => (other.kind === "fields" ? other.fields.map(({ id }) => id) : [])));
  }
  if (block?.kind !== "table") return new Set();
  // Rows, columns, heads and checks of a table share one scope.
  const shape = shapeOf(block);
  return { has: (id) => shape.rows.has(id) || shape.columns.has(id) || (block.checks?.some((check) => check.id === id) ?? false) };
}

/** The ids that a part brings into the scope of its list. */
export function idsOfPart(part: Part, into: Siblings): readonly string[] {
  if (into.kind !== "rows" && into.kind !== "columns") return [part.id];
  return [part.id, ...(innerOf(part as Row | Column) ?? []).flatMap((inner) => idsOfPart(inner, into))];
}

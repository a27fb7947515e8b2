import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Column, Row, Table, Template } from "@/lib/template";
import type { Part } from "./command";
import { blockOf, columnAt, idOf, listOf, partAt, rowAt, siblingsAt, tableOf } from "./lookUp";
import type { Place, Siblings } from "./place";
import { pathOf, refusal } from "./refusal";
import { definitionOf } from "./schema";
import { schemaFault } from "./schemaFault";
import { idsOfPart, listKey, takenIds } from "./scopes";
import { idsOver, innerOf, shapeOf } from "./tableShape";

/** What is about to be put somewhere: parts that stand in the template, or new ones. */
export type Placed = { readonly places: readonly Place[] } | { readonly parts: readonly Part[] };

/** Heads over each other with the columns under them, and rows under each other: as many as `checkTemplate` lets be published. */
export const mostLevels = { columns: 6, rows: 8 } as const;

/**
 * Whether parts can go before the sibling that stands at `index` of a list, and if not, why: decided here alone, for
 * the mouse, the keyboard, the menus and the clipboard.
 */
export function canPlace(template: Template, placed: Placed, into: Siblings, index: number): Result<undefined, Problem> {
  const problem = whyNotPlace(template, placed, into, index);
  return problem === undefined ? ok(undefined) : fail(problem);
}

function whyNotPlace(template: Template, placed: Placed, into: Siblings, index: number): Problem | undefined {
  const siblings = siblingsAt(template, into);
  const at = targetPath(template, into);
  if (siblings === undefined) return refusal("noList", at);
  if (!Number.isInteger(index) || index < 0 || index > siblings.length) return refusal("noIndex", at, { index });
  const parts = "parts" in placed ? newParts(template, placed.parts, into) : standingParts(template, placed.places, into);
  return "code" in parts ? parts : whyNotStand(template, parts, into);
}

/** Whether parts would stand too deep in a list, or be repeated where they must not be. */
export function whyNotStand(template: Template, parts: readonly Part[], into: Siblings): Problem | undefined {
  const at = targetPath(template, into);
  return depthProblem(template, parts, into, at) ?? repeatProblem(template, parts, into, at);
}

const targetPath = (template: Template, into: Siblings): string => {
  if (into.kind === "blocks") return "";
  const block = pathOf(template, { kind: "block", block: into.block });
  return "under" in into && into.under !== undefined ? `${block}.${into.under}` : block;
};

const definitionIn = { blocks: "block", columns: "column", rows: "row", fields: "field", checks: "check" } as const;

/** New parts fit the schema of their list and bring no id that is taken. */
function newParts(template: Template, parts: readonly Part[], into: Siblings): readonly Part[] | Problem {
  const at = targetPath(template, into);
  const taken = takenIds(template, into);
  const brought = new Set<string>();
  for (const part of parts) {
    const fault = schemaFault(definitionOf(definitionIn[into.kind]), part, "");
    if (fault) return fault.code === "template.unknownKind" ? refusal("wrongList", at) : { ...fault, at, severity: "error" };
    // Fields of all groups share one scope.
    const fields = "kind" in part && part.kind === "fields" ? part.fields.map(({ id }) => id) : [];
    const takenFields = takenIds(template, { kind: "fields", block: part.id });
    const twice = fields.find((id) => takenFields.has(id));
    if (twice !== undefined) return refusal("duplicateId", at, { id: twice });
    for (const id of idsOfPart(part, into)) {
      if (taken.has(id) || brought.has(id)) return refusal("duplicateId", at, { id });
      brought.add(id);
    }
  }
  return parts;
}

/** Parts that stand there are all there, of the kind of the list, of one block, and the list is not within them. */
function standingParts(template: Template, places: readonly Place[], into: Siblings): readonly Part[] | Problem {
  const parts: Part[] = [];
  const emptied = new Map<string, { readonly from: Siblings; count: number }>();
  for (const place of places) {
    const from = listOf(template, place);
    const part = partAt(template, place);
    const path = pathOf(template, place);
    if (from === undefined || part === undefined || !("id" in part)) return refusal("gone", path, { name: idOf(place) ?? "" });
    if (from.kind !== into.kind) return refusal("wrongList", path);
    if (from.kind !== "blocks" && into.kind !== "blocks" && from.block !== into.block) {
      const blocks = [blockOf(template, from.block), blockOf(template, into.block)];
      // Fields of all groups share one scope, so that what refers to them does not see where they stand.
      if (!blocks.every((block) => block?.kind === "fields")) return refusal("otherTable", path);
      const key = listKey(from);
      const leaving = emptied.get(key) ?? { from, count: 0 };
      leaving.count += 1;
      emptied.set(key, leaving);
    }
    const table = from.kind === "rows" || from.kind === "columns" ? tableOf(template, from.block) : undefined;
    if (table && "under" in into && into.under !== undefined) {
      const parents = into.kind === "rows" ? shapeOf(table).rows : shapeOf(table).columns;
      if (into.under === part.id || idsOver(parents, into.under)?.includes(part.id)) {
        return refusal("intoItself", path, { name: nameOf(part) });
      }
    }
    parts.push(part);
  }
  for (const { from, count } of emptied.values()) {
    if (siblingsAt(template, from)?.length === count) return refusal("lastField", targetPath(template, from));
  }
  return parts;
}

/** What a part is called: its words, else its id. */
export function nameOf(part: Part): string {
  const text = "label" in part ? part.label.vi : "text" in part ? part.text.vi : "title" in part ? part.title?.vi : undefined;
  const words = text?.trim() ?? "";
  if (words === "") return part.id;
  return [...words].length > 60 ? `${[...words].slice(0, 59).join("")}…` : words;
}

function depthProblem(template: Template, parts: readonly Part[], into: Siblings, at: string): Problem | undefined {
  if (into.kind !== "rows" && into.kind !== "columns") return undefined;
  const table = tableOf(template, into.block);
  if (table === undefined) return undefined;
  const over = into.under === undefined ? 0 : (idsOver(shapeOf(table)[into.kind], into.under)?.length ?? 0) + 1;
  const limit = mostLevels[into.kind];
  const deepest = Math.max(0, ...parts.map((part) => levelsOf(part as Row | Column)));
  if (over + deepest <= limit) return undefined;
  return refusal(into.kind === "rows" ? "rowsTooDeep" : "columnsTooDeep", at, { limit });
}

const levelsOf = (part: Row | Column): number => 1 + Math.max(0, ...(innerOf(part) ?? []).map(levelsOf));

/** Nothing is repeated within a repetition, and what a row is known by is not repeated beside it. */
function repeatProblem(template: Template, parts: readonly Part[], into: Siblings, at: string): Problem | undefined {
  if (into.kind !== "rows" && into.kind !== "columns") return undefined;
  const table = tableOf(template, into.block);
  if (table === undefined) return undefined;
  const moved = (parts as readonly (Row | Column)[]).flatMap(withInner);
  const isRepeating = moved.find(isRepeated);
  const over = into.under === undefined ? undefined : repeatedOver(template, table, into.kind, into.under);
  if (over && isRepeating) return refusal("repeatNested", at, { name: nameOf(over) });
  if (over && into.kind === "columns" && moved.some((part) => part.kind !== "value" && part.kind !== "group")) {
    return refusal("fixedColumnRepeated", at, { name: nameOf(over) });
  }
  if (isRepeating === undefined) return undefined;
  const others = into.kind === "rows" ? table.columns : table.rows;
  const crossing = (others as readonly (Row | Column)[]).flatMap(withInner).find(isRepeated);
  return crossing && refusal("repeatNested", at, { name: nameOf(crossing) });
}

const withInner = (part: Row | Column): readonly (Row | Column)[] => [part, ...(innerOf(part) ?? []).flatMap(withInner)];

const isRepeated = (part: Row | Column): boolean => "repeat" in part && part.repeat !== undefined;

/** The repeated row or head that a list stands in. */
function repeatedOver(template: Template, table: Table, side: "rows" | "columns", under: string): Row | Column | undefined {
  const path = [...(idsOver(shapeOf(table)[side], under) ?? []), under];
  return path
    .map((id) => (side === "rows" ? rowAt(template, table.id, id) : columnAt(template, table.id, id)))
    .find((part) => part !== undefined && isRepeated(part));
}

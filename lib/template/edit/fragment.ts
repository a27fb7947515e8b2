import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { type Cell, type Check, type Column, normalise, type Row, type Template } from "@/lib/template";
import type { Command, Part } from "./command";
import { outermost } from "./documentOrder";
import { duplicateIdIn } from "./duplicateId";
import { blockOf, idOf, listOf, partAt, tableOf } from "./lookUp";
import type { Place, Siblings } from "./place";
import type { Home } from "./references";
import { refusal } from "./refusal";
import { definitionOf, isRecord } from "./schema";
import { schemaFault } from "./schemaFault";
import { idsIn } from "./tableShape";

/** Parts on the clipboard, as JSON; it may come from another template, tab or program. */
export interface Fragment {
  readonly bieumau: "fragment";
  readonly version: 1;
  /** Code of the template that it was copied from. */
  readonly template: string;
  /** The block that the parts stood in; of whole blocks none. */
  readonly home: Home | null;
  readonly of: Siblings["kind"];
  readonly parts: readonly Part[];
  /** Cells that copied rows or columns declare, checks that are for copied rows or columns alone. */
  readonly cells: readonly Cell[];
  readonly checks: readonly Check[];
  /** Cut, not copied: pasted back into its template it keeps its ids, so that what refers to it finds it again. */
  readonly isCut: boolean;
}

/** Copies parts of one kind and block, with all under them. */
export function copyParts(template: Template, places: readonly Place[]): Result<Fragment, Problem> {
  const outer = outermost(template, places);
  const lists = outer.map((place) => listOf(template, place));
  const [list] = lists;
  const [place] = outer;
  if (list === undefined || place === undefined) return fail(refusal("nothingToCopy", ""));
  const block = list.kind === "blocks" ? undefined : list.block;
  const isMixed = lists.some(
    (other) => other === undefined || other.kind !== list.kind || (other.kind !== "blocks" && other.block !== block),
  );
  if (isMixed) return fail(refusal("mixedCopy", ""));
  const parts = outer.flatMap((own) => (partAt(template, own) as Part | undefined) ?? []);
  if (parts.length < outer.length) return fail(refusal("gone", "", { name: idOf(place) ?? "" }));
  const from = block === undefined ? undefined : blockOf(template, block);
  return ok({
    bieumau: "fragment",
    version: 1,
    template: template.code,
    home: from ? { block: from.id, kind: from.kind } : null,
    of: list.kind,
    parts,
    ...saidOf(template, list, parts),
    isCut: false,
  });
}

/** Copies parts, with the command that removes them where they stood. */
export function cutParts(
  template: Template,
  places: readonly Place[],
): Result<{ readonly fragment: Fragment; readonly command: Command }, Problem> {
  const copied = copyParts(template, places);
  if (!copied.ok) return copied;
  return ok({ fragment: { ...copied.value, isCut: true }, command: { do: "remove", parts: places } });
}

/** What the table says of copied rows or columns beside them. */
function saidOf(template: Template, list: Siblings, parts: readonly Part[]): Pick<Fragment, "cells" | "checks"> {
  const table = list.kind === "rows" || list.kind === "columns" ? tableOf(template, list.block) : undefined;
  if (table === undefined) return { cells: [], checks: [] };
  const side = list.kind === "rows" ? "rows" : "columns";
  const ids = new Set((parts as readonly (Row | Column)[]).flatMap(idsIn));
  return {
    cells: (table.cells ?? []).filter((cell) => ids.has(side === "rows" ? cell.row : cell.column)),
    checks: (table.checks ?? []).filter((check) => check[side]?.every((id) => ids.has(id)) ?? false),
  };
}

/** A fragment as the text of the clipboard. */
export const writeFragment = (fragment: Fragment): string => JSON.stringify(fragment);

/** Whether a text of the clipboard is meant to be a fragment; it may still be a broken one. */
export const looksLikeFragment = (text: string): boolean => /^\s*\{\s*"bieumau"\s*:\s*"fragment"/.test(text.slice(0, 200));

const mostCharacters = 20_000_000;
const definitionIn = { blocks: "block", columns: "column", rows: "row", fields: "field", checks: "check" } as const;

/** Reads a fragment from the clipboard, which anybody can have written: only what fits the schema comes in. */
export function readFragment(text: string): Result<Fragment, Problem> {
  const no = fail(refusal("notFragment", ""));
  if (!looksLikeFragment(text) || text.length > mostCharacters) return no;
  const parsed = parseJson(text);
  const read = parsed === undefined ? undefined : normalise(parsed);
  if (!read?.ok || !isRecord(read.value)) return no;
  const value: Readonly<Record<string, unknown>> = read.value;
  if (typeof value.version === "number" && value.version > 1) return fail(refusal("newerFragment", ""));
  const { template, home, of, parts, cells, checks, isCut } = value;
  if (value.version !== 1 || typeof template !== "string" || !isListKind(of) || !isHome(home) || typeof isCut !== "boolean") return no;
  if (!Array.isArray(parts) || !Array.isArray(cells) || !Array.isArray(checks) || parts.length === 0) return no;
  if ((of === "blocks") !== (home === null)) return no;
  const fits =
    parts.every((part) => schemaFault(definitionOf(definitionIn[of]), part, "") === undefined) &&
    cells.every((cell) => schemaFault(definitionOf("cell"), cell, "") === undefined) &&
    checks.every((check) => schemaFault(definitionOf("check"), check, "") === undefined);
  if (!fits) return no;
  const all = parts as readonly Part[];
  const ids = of === "rows" || of === "columns" ? (all as readonly (Row | Column)[]).flatMap(idsIn) : all.map(({ id }) => id);
  const twice =
    new Set(ids).size < ids.length ? refusal("duplicateId", "", { id: ids[0] ?? "" }) : of === "blocks" ? duplicateIdIn(all) : undefined;
  if (twice) return fail(twice);
  return ok({ bieumau: "fragment", version: 1, template, home, of, parts: all, cells, checks, isCut });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isListKind = (value: unknown): value is Siblings["kind"] => typeof value === "string" && Object.hasOwn(definitionIn, value);

const blockKinds = ["heading", "text", "narrative", "fields", "table", "list", "signature", "recipients", "pageBreak"];

function isHome(value: unknown): value is Home | null {
  if (value === null) return true;
  return isRecord(value) && typeof value.block === "string" && blockKinds.includes(String(value.kind));
}

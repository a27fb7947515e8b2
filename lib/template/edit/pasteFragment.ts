import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { type Block, type Cell, type Column, fieldsOf, type Row, type Template } from "@/lib/template";
import type { Command, Part, Value } from "./command";
import { outermost } from "./documentOrder";
import { copyParts, type Fragment } from "./fragment";
import { freshId, spentScope } from "./freshId";
import { blockOf, columnAt, listOf, placeIn, rowAt, spotOf, tableOf } from "./lookUp";
import type { Place, Siblings } from "./place";
import { canPlace } from "./placement";
import { type Home, type Renaming, renameReferences, type Scope, targetsOf } from "./references";
import { refusal } from "./refusal";
import { same } from "./sameValue";
import { takenIds } from "./scopes";
import { isSpent } from "./spentIds";
import { idsIn, innerOf } from "./tableShape";

/** What pasting does. */
export interface Pasted {
  readonly command: Command;
  /** Where the pasted parts will stand, to be selected. */
  readonly places: readonly Place[];
  /** References that lead out of the copy to where, as far as is known, nothing or something else stands. */
  readonly outside: readonly OutsideReference[];
  /** Declared cells that found no row or column to go with. */
  readonly lostCells: number;
}

export interface OutsideReference {
  readonly place: Place;
  readonly property: string;
  /** As the formula or text writes it. */
  readonly reference: string;
}

/** Pastes parts before the sibling that stands at an index: ids are made new, references inside the copy follow. */
export function pasteFragment(
  template: Template,
  fragment: Fragment,
  { into, index }: { readonly into: Siblings; readonly index: number },
): Result<Pasted, Problem> {
  if (fragment.of !== into.kind) return fail(refusal("wrongList", ""));
  const target = into.kind === "blocks" ? undefined : blockOf(template, into.block);
  if (into.kind !== "blocks" && target === undefined) return fail(refusal("noList", into.block));
  const to: Home | undefined = target && { block: target.id, kind: target.kind };
  const isHome = fragment.template === template.code && (fragment.home === null || fragment.home.block === to?.block);
  const ids = newIds(template, fragment, into, isHome);
  const outside: OutsideReference[] = [];

  const renameIn = (from: Home, now: Home, place: Place): Renaming => {
    return ({ property, path }) => {
      const targets = targetsOf(path, from);
      const next = path.map((segment, i) => {
        const own = targets[i];
        if (own === undefined) return segment;
        const followed = ids.get(`${own.scope}/${own.id}`);
        if (followed !== undefined) return followed;
        // A whole table that was copied answers for all that stands in it.
        if (own.scope.startsWith("in ") && fragment.of === "blocks" && ids.has(`block/${own.scope.slice(3)}`)) return segment;
        if (own.scope === "block" && own.id === fragment.home?.block && now.block !== from.block) return now.block;
        if (!isHome || !isThere(template, own.scope, own.id)) outside.push({ place, property, reference: path.join(".") });
        return segment;
      });
      if (path[0] === "ind" && path.length === 2 && !bearsIndicator(template, fragment, path[1] ?? "")) {
        outside.push({ place, property, reference: path.join(".") });
      }
      return next;
    };
  };

  const parts = fragment.parts.map((part) => rebuilt(part));
  function rebuilt(part: Part): Part {
    if (into.kind === "blocks") {
      const block = part as Block;
      const id = ids.get(`block/${block.id}`) ?? block.id;
      const rename = renameIn({ block: block.id, kind: block.kind }, { block: id, kind: block.kind }, { kind: "block", block: id });
      const fields =
        block.kind === "fields" ? block.fields.map((field) => ({ ...field, id: ids.get(`field/${field.id}`) ?? field.id })) : undefined;
      return renameReferences({ ...block, id, ...(fields ? { fields } : {}) } as Block, rename);
    }
    const from = fragment.home ?? { block: "", kind: "text" };
    return withIds(part, from, to ?? from);
  }

  function withIds(part: Part, from: Home, now: Home): Part {
    const scope: Scope = into.kind === "fields" && from.kind !== "list" ? "field" : `in ${from.block}`;
    const id = ids.get(`${scope}/${part.id}`) ?? part.id;
    const place = placeIn(into, id);
    const { rows, columns, ...own } = part as Part & { rows?: Row[]; columns?: Column[] };
    // A check's rows and columns are ids, a row's rows and a head's columns are parts.
    if (into.kind === "checks") return renameReferences({ ...part, id } as Part, renameIn(from, now, place));
    const renamed = renameReferences({ ...own, id } as Part, renameIn(from, now, place));
    return {
      ...freeNames(template, renamed, into, isHome && fragment.isCut),
      ...(rows ? { rows: rows.map((row) => withIds(row, from, now)) } : {}),
      ...(columns ? { columns: columns.map((column) => withIds(column, from, now)) } : {}),
    } as Part;
  }

  const allowed = canPlace(template, { parts }, into, index);
  if (!allowed.ok) return allowed;
  const said = saidBeside(template, fragment, into, ids, renameIn);
  const insert: Command = { do: "insert", into, index, parts };
  return ok({
    command: said.commands.length === 0 ? insert : { do: "together", commands: [insert, ...said.commands] },
    places: parts.map((part) => placeIn(into, part.id)),
    outside: withoutTwins(outside),
    lostCells: said.lostCells,
  });
}

/** Copies parts and pastes the copy right after the last of them. */
export function duplicateParts(template: Template, places: readonly Place[]): Result<Pasted, Problem> {
  const last = outermost(template, places).at(-1);
  const spot = last && spotOf(template, last);
  const into = last && listOf(template, last);
  const copied = copyParts(template, places);
  if (!copied.ok) return copied;
  if (spot === undefined || into === undefined) return fail(refusal("nothingToCopy", ""));
  return pasteFragment(template, copied.value, { into, index: spot.index + 1 });
}

/** New ids by the old ones, each with its scope before it. */
function newIds(template: Template, fragment: Fragment, into: Siblings, isHome: boolean): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const given: string[] = [];
  const keepsIds = isHome && fragment.isCut;
  const taken = takenIds(template, into);
  const inScope = (id: string): boolean => taken.has(id);
  const give = (scope: Scope, id: string, list: Siblings, isTaken: (id: string) => boolean, mayKeep: boolean): void => {
    // What was cut is the same part again; any other may not pass for one that was published.
    const isFree = !isTaken(id) && !given.includes(id) && (keepsIds || !isSpent(template, spentScope(template, list), id));
    const keeps = mayKeep && isFree;
    const fresh = keeps ? id : freshId(template, list, prefixOf(id), given);
    given.push(fresh);
    ids.set(`${scope}/${id}`, fresh);
  };
  const source = fragment.home;
  switch (into.kind) {
    case "blocks": {
      for (const part of fragment.parts) give("block", part.id, into, inScope, keepsIds);
      given.length = 0;
      const fields = new Set(fieldsOf(template).map(({ id }) => id));
      for (const block of fragment.parts as readonly Block[]) {
        if (block.kind !== "fields") continue;
        // Names of fields are chosen to be read: one that is free stays.
        for (const { id } of block.fields) give("field", id, { kind: "fields", block: "" }, (own) => fields.has(own), true);
      }
      break;
    }
    case "rows":
    case "columns":
      for (const id of (fragment.parts as readonly (Row | Column)[]).flatMap(idsIn)) {
        give(`in ${source?.block ?? ""}`, id, into, inScope, keepsIds);
      }
      break;
    case "fields": {
      const scope: Scope = source?.kind === "list" ? `in ${source.block}` : "field";
      for (const { id } of fragment.parts) give(scope, id, into, inScope, true);
      break;
    }
    case "checks":
      for (const { id } of fragment.parts) give(`in ${source?.block ?? ""}`, id, into, inScope, keepsIds);
  }
  return ids;
}

/** An id without the number that it is counted by. */
const prefixOf = (id: string): string => id.replace(/\d+$/, "").slice(0, 30);

/** Whether an id means something in the template that is pasted into. */
function isThere(template: Template, scope: Scope, id: string): boolean {
  if (scope === "block") return blockOf(template, id) !== undefined;
  if (scope === "field") return fieldsOf(template).some((field) => field.id === id);
  const block = scope.slice(3);
  return rowAt(template, block, id) !== undefined || columnAt(template, block, id) !== undefined;
}

function bearsIndicator(template: Template, fragment: Fragment, code: string): boolean {
  const bears = (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).some(([key, own]) => (key === "indicator" ? own === code : bears(own)));
  return bears(fragment.parts) || bears(template.blocks);
}

/** A part without a code or a number of a column that another part bears already. */
function freeNames(template: Template, part: Part, into: Siblings, keeps: boolean): Part {
  if (keeps) return part;
  const { code, number, ...rest } = part as Part & { code?: string; number?: string };
  const table = into.kind === "blocks" ? undefined : tableOf(template, into.block);
  const names = into.kind === "blocks" ? [] : codesIn(template, into.block);
  const isNumberTaken = into.kind === "columns" && number !== undefined && table !== undefined && numbersIn(table.columns).includes(number);
  return {
    ...rest,
    ...(code === undefined || names.includes(code) ? {} : { code }),
    ...(number === undefined || isNumberTaken ? {} : { number }),
  } as Part;
}

function codesIn(template: Template, block: string): readonly string[] {
  const own = blockOf(template, block);
  const named: readonly { readonly id: string; readonly code?: string }[] =
    own?.kind === "table"
      ? [...allIn(own.columns), ...allIn(own.rows), ...(own.checks ?? [])]
      : own?.kind === "list"
        ? own.columns
        : fieldsOf(template);
  return named.flatMap(({ id, code }) => (code === undefined ? [id] : [id, code]));
}

const allIn = (parts: readonly (Row | Column)[]): readonly (Row | Column)[] =>
  parts.flatMap((part) => [part, ...allIn(innerOf(part) ?? [])]);

const numbersIn = (columns: readonly Column[]): readonly string[] =>
  columns.flatMap((column) => (column.kind === "group" ? numbersIn(column.columns) : (column.number ?? [])));

/** What a table says of copied rows and columns beside them: declared cells, checks of their own. */
function saidBeside(
  template: Template,
  fragment: Fragment,
  into: Siblings,
  ids: ReadonlyMap<string, string>,
  renameIn: (from: Home, now: Home, place: Place) => Renaming,
): { readonly commands: readonly Command[]; readonly lostCells: number } {
  const from = fragment.home;
  if (from === null || (into.kind !== "rows" && into.kind !== "columns")) return { commands: [], lostCells: 0 };
  const now: Home = { block: into.block, kind: "table" };
  const isHome = fragment.template === template.code && from.block === into.block;
  const kinds = new Map(allIn(fragment.parts as readonly (Row | Column)[]).map(({ id, kind }) => [id, kind] as const));
  const commands: Command[] = [];
  let lostCells = 0;
  const values = new Map<string, { readonly at: Place[]; readonly values: Readonly<Record<string, Value>> }>();
  for (const cell of fragment.cells) {
    const place = cellPlace(cell, ids, from, into.block);
    const other = into.kind === "rows" ? columnAt(template, into.block, cell.column) : rowAt(template, into.block, cell.row);
    const own = kinds.get(into.kind === "rows" ? cell.row : cell.column);
    const [row, column] = into.kind === "rows" ? [own, other?.kind] : [other?.kind, own];
    if (!isHome || row === undefined || row === "label" || column !== "value") {
      lostCells += 1;
      continue;
    }
    const { row: _row, column: _column, ...said } = cell;
    const renamed = renameReferences(said, renameIn(from, now, place)) as unknown as Readonly<Record<string, Value>>;
    const alike = JSON.stringify(renamed);
    const group = values.get(alike) ?? { at: [], values: renamed };
    group.at.push(place);
    values.set(alike, group);
  }
  for (const group of values.values()) commands.push({ do: "set", ...group });
  // Checks are for the copied rows or columns alone, so they go with them; twins of those of the table are of no use elsewhere.
  if (isHome && fragment.checks.length > 0) {
    const given = [...ids.values()];
    const checks = fragment.checks.map((check) => {
      const id = freshId(template, { kind: "checks", block: into.block }, "k", given);
      given.push(id);
      return renameReferences({ ...check, id }, renameIn(from, now, { kind: "check", block: into.block, check: id }));
    });
    commands.push({
      do: "insert",
      into: { kind: "checks", block: into.block },
      index: tableOf(template, into.block)?.checks?.length ?? 0,
      parts: checks,
    });
  }
  return { commands, lostCells };
}

function cellPlace(cell: Cell, ids: ReadonlyMap<string, string>, from: Home, block: string): Place {
  const followed = (id: string): string => ids.get(`in ${from.block}/${id}`) ?? id;
  return { kind: "cell", block, row: followed(cell.row), column: followed(cell.column) };
}

function withoutTwins(references: readonly OutsideReference[]): readonly OutsideReference[] {
  return references.filter((one, i) => references.findIndex((other) => same(one, other)) === i);
}

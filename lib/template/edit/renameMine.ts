import type { Block, Template } from "@/lib/template";
import type { Part, Value } from "./command";
import { freshId } from "./freshId";
import { idOf, placeIn } from "./lookUp";
import type { Change, Patch, Spot } from "./patch";
import type { Place, Siblings } from "./place";
import { type Home, type Renaming, renameReferences, type Scope, targetsOf } from "./references";
import { isRecord } from "./schema";
import { idsOfPart, takenIds } from "./scopes";

/**
 * My patches with other ids for what I made, where others made something of the same id meanwhile: two windows count on
 * from the same last row. What of mine stands in the new part or refers to it follows.
 */
export function renameMine(mine: readonly Patch[], base: Template, theirs: Patch, merged: Template): readonly Patch[] {
  const kinds = kindsOf([base, merged], [...theirs, ...mine.flat()]);
  const made = new Set(theirs.flatMap((change) => idsMade(change, kinds).map(({ scope, id }) => `${scope}/${id}`)));
  if (made.size === 0) return mine;
  const mineMade = mine.flat().flatMap((change) => idsMade(change, kinds));
  const names = new Map<string, string>();
  const given = mineMade.map(({ id }) => id);
  return mine.map((patch) => {
    for (const { scope, id, list } of patch.flatMap((change) => idsMade(change, kinds))) {
      const name = `${scope}/${id}`;
      if (names.has(name) || !made.has(name) || !takenIds(merged, list).has(id)) continue;
      const fresh = freshId(merged, list, id.replace(/\d+$/, ""), given);
      given.push(fresh);
      names.set(name, fresh);
    }
    return names.size === 0 ? patch : patch.map((change) => renameChange(change, names, kinds));
  });
}

type Kinds = ReadonlyMap<string, Block["kind"]>;

/** The kinds of all blocks that there are or were meanwhile; what I made myself is told last. */
function kindsOf(templates: readonly Template[], changes: Patch): Kinds {
  const kinds = new Map<string, Block["kind"]>();
  for (const { blocks } of templates) for (const block of blocks) kinds.set(block.id, block.kind);
  for (const change of changes) {
    if (change.kind !== "insert" || change.spot.in.kind !== "blocks") continue;
    const block = change.part as unknown as Block;
    kinds.set(block.id, block.kind);
  }
  return kinds;
}

interface Made {
  readonly scope: Scope;
  readonly id: string;
  readonly list: Siblings;
}

/** The ids that a change brings, each in its scope. */
function idsMade(change: Change, kinds: Kinds): readonly Made[] {
  if (change.kind !== "insert") return [];
  const list = change.spot.in;
  const part = change.part as unknown as Part;
  const own = idsOfPart(part, list).map((id) => ({ scope: scopeOf(list, kinds), id, list }));
  if (list.kind !== "blocks" || !("kind" in part) || part.kind !== "fields") return own;
  const fields: Siblings = { kind: "fields", block: part.id };
  return [...own, ...part.fields.map(({ id }) => ({ scope: "field" as const, id, list: fields }))];
}

function scopeOf(list: Siblings, kinds: Kinds): Scope {
  if (list.kind === "blocks") return "block";
  return list.kind === "fields" && kinds.get(list.block) !== "list" ? "field" : `in ${list.block}`;
}

function renameChange(change: Change, names: ReadonlyMap<string, string>, kinds: Kinds): Change {
  const nameOf = (scope: Scope, id: string): string => names.get(`${scope}/${id}`) ?? id;
  const blockName = (id: string): string => nameOf("block", id);

  const renamed = (home: Home): Renaming => {
    return ({ path }) => {
      const targets = targetsOf(path, home);
      return path.map((segment, i) => {
        const target = targets[i];
        return target ? nameOf(target.scope, target.id) : segment;
      });
    };
  };
  const homeOf = (block: string): Home => ({ block, kind: kinds.get(block) ?? "text" });

  const list = (own: Siblings): Siblings => {
    if (own.kind === "blocks") return own;
    const block = blockName(own.block);
    return "under" in own && own.under !== undefined ? { ...own, block, under: nameOf(scopeOf(own, kinds), own.under) } : { ...own, block };
  };
  const spot = (own: Spot): Spot => ({
    in: list(own.in),
    index: own.index,
    after: own.after === null ? null : nameOf(scopeOf(own.in, kinds), own.after),
  });
  const place = (own: Place): Place => {
    if (own.kind === "document") return own;
    const inner: Scope = `in ${own.block}`;
    if (own.kind === "cell") {
      return { kind: "cell", block: blockName(own.block), row: nameOf(inner, own.row), column: nameOf(inner, own.column) };
    }
    const among: Siblings = own.kind === "block" ? { kind: "blocks" } : { kind: listKinds[own.kind], block: own.block };
    return placeIn(list(among), nameOf(scopeOf(among, kinds), idOf(own) ?? ""));
  };
  const value = (own: Value | undefined, home: Home, property: string): Value | undefined =>
    own === undefined ? undefined : renameReferences(own, renamed(home), property);
  const part = (own: Value, at: Siblings): Value => {
    const id = isRecord(own) ? String(own.id) : "";
    const home = homeOf(at.kind === "blocks" ? id : at.block);
    return renameReferences(renameIds(own, at, kinds, nameOf), renamed(home));
  };

  switch (change.kind) {
    case "set": {
      const home = change.at.kind === "document" ? homeOf("") : homeOf(change.at.block);
      const [before, after] = [value(change.before, home, change.property), value(change.after, home, change.property)];
      return {
        kind: "set",
        at: place(change.at),
        property: change.property,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      };
    }
    case "insert":
    case "remove":
      return { kind: change.kind, spot: spot(change.spot), part: part(change.part, change.spot.in) };
    case "move":
      return { kind: "move", part: place(change.part), from: spot(change.from), to: spot(change.to) };
    case "replace":
      return change;
  }
}

const listKinds = { column: "columns", row: "rows", check: "checks", field: "fields" } as const;

/** A part, and what stands in it, by their new ids. */
function renameIds(own: Value, list: Siblings, kinds: Kinds, nameOf: (scope: Scope, id: string) => string): Value {
  if (!isRecord(own)) return own;
  const { rows, columns, fields } = own as { rows?: readonly Value[]; columns?: readonly Value[]; fields?: readonly Value[] };
  const inner = (parts: readonly Value[] | undefined, of: Siblings): readonly Value[] | undefined =>
    parts?.map((part) => renameIds(part, of, kinds, nameOf));
  const id = nameOf(scopeOf(list, kinds), String(own.id));
  if (list.kind === "blocks") {
    const renamedFields = inner(fields, { kind: "fields", block: String(own.id) });
    return { ...own, id, ...(renamedFields ? { fields: renamedFields } : {}) } as Value;
  }
  if (list.kind === "checks" || list.kind === "fields") return { ...own, id } as Value;
  return {
    ...own,
    id,
    ...(rows ? { rows: inner(rows, list) } : {}),
    ...(columns ? { columns: inner(columns, list) } : {}),
  } as Value;
}

import type { Block } from "@/lib/template";
import { renameInFormula } from "./formulaText";
import { isRecord } from "./schema";

/** Where an id has its meaning: among the blocks, among the fields of all groups, among the parts of one table or list. */
export type Scope = "block" | "field" | `in ${string}`;

/** One id that a reference names. */
export interface Target {
  readonly scope: Scope;
  readonly id: string;
}

/** The block whose parts bare names mean; undefined where there is none, as in texts. */
export interface Home {
  readonly block: string;
  readonly kind: Block["kind"];
}

/**
 * What each segment of a reference names, seen from the block that it stands in: `c3` a row or column of this table (of
 * a group of fields, a field), `r01.c3` a cell of it, `t2.r01.c3` one of another, `f.dan_so` a field. Undefined for
 * segments that name no part: prefixes, indicators.
 */
export function targetsOf(path: readonly string[], home: Home): readonly (Target | undefined)[] {
  const [first = "", second = "", third = ""] = path;
  if (path.length === 2 && first === "f") return [undefined, { scope: "field", id: second }];
  if (path.length === 2 && first === "ind") return [undefined, undefined];
  if (path.length === 3) {
    return [
      { scope: "block", id: first },
      { scope: `in ${first}`, id: second },
      { scope: `in ${first}`, id: third },
    ];
  }
  if (path.length > 3) return path.map(() => undefined);
  const scope: Scope = home.kind === "fields" ? "field" : `in ${home.block}`;
  return path.map((id) => ({ scope, id }));
}

/** One reference in a value: the formula, weight or text that it stands in, by the name of its property. */
export interface Reference {
  readonly property: string;
  readonly path: readonly string[];
}

/** Another name for a reference; undefined leaves it. */
export type Renaming = (reference: Reference) => readonly string[] | undefined;

const embedded = /\{\{([^{}]*)\}\}/g;

/**
 * A value of JSON (a part, a property of one) with its references renamed: in formulas token by token, in weights, in
 * texts between double braces, in the lists of rows and columns of a check. What has nothing to rename stays the same object.
 */
export function renameReferences<T>(value: T, rename: Renaming, property = ""): T {
  return renamed(value, rename, property, property) as T;
}

function renamed(value: unknown, rename: Renaming, property: string, key: string): unknown {
  if (typeof value === "string") {
    if (key === "formula") return renameInFormula(value, (path) => rename({ property, path }));
    if (key === "weight") return rename({ property, path: value.split(".") })?.join(".") ?? value;
    if (key === "vi" || key === "en") {
      return value.replace(embedded, (source, ref: string) => {
        const other = rename({ property, path: ref.trim().split(".") });
        return other === undefined ? source : `{{${other.join(".")}}}`;
      });
    }
    return value;
  }
  if (Array.isArray(value)) {
    const isIds = (key === "rows" || key === "columns") && value.every((item) => typeof item === "string");
    const items = value.map((item: unknown) =>
      isIds ? (rename({ property, path: [String(item)] })?.[0] ?? item) : renamed(item, rename, property, key),
    );
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (!isRecord(value)) return value;
  let isChanged = false;
  const next = Object.fromEntries(
    Object.entries(value).map(([inner, own]) => {
      const other = renamed(own, rename, property === "" ? inner : property, inner);
      if (other !== own) isChanged = true;
      return [inner, other];
    }),
  );
  return isChanged ? next : value;
}

/** Every reference of a value. */
export function referencesIn(value: unknown, property = ""): readonly Reference[] {
  const found: Reference[] = [];
  renameReferences(
    value,
    (reference) => {
      found.push(reference);
      return undefined;
    },
    property,
  );
  return found;
}

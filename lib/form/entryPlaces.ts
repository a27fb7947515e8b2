import { flatRows, listsOf, repeatOf, type Template, tablesOf } from "@/lib/template";
import type { CellAddress } from "./content";

/** The entry that a cell stands in. */
export interface EntryPlace {
  /** Its list or repeated row: `l1`, `t1.r01`. */
  readonly of: string;
  readonly id: string;
}

/**
 * Tells of an address in which entry it stands, by the template alone: the entry need not be there (any more).
 * Undefined for cells outside of entries; those of rows and columns over units are.
 */
export function entryPlaces(template: Template): (at: CellAddress) => EntryPlace | undefined {
  let roots: ReadonlyMap<string, string> | undefined;
  return (at) => {
    const line = /^([^@]+)@([^.@]+)\./.exec(at);
    if (line === null) return undefined;
    roots ??= entryRoots(template);
    const of = roots.get(line[1] ?? "");
    return of === undefined ? undefined : { of, id: line[2] ?? "" };
  };
}

/** The list or repeated row of every line that stands once for each entry. */
function entryRoots(template: Template): ReadonlyMap<string, string> {
  const roots = new Map<string, string>(listsOf(template).map(({ id }) => [id, id]));
  for (const table of tablesOf(template)) {
    for (const { row, repeatedBy } of flatRows(table)) {
      if (repeatedBy && repeatOf(repeatedBy)?.by === "entries") roots.set(`${table.id}.${row.id}`, `${table.id}.${repeatedBy.id}`);
    }
  }
  return roots;
}

import { type EntryPlace, entryPlaces } from "@/lib/form";
import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import { listsOf, type Template } from "@/lib/template";

/** What one unit's report holds beside its figures. */
export interface UnitContent {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  readonly content: ReportContent;
}

/** An entry of one unit's report. */
export interface EntryOrigin {
  readonly unitId: string;
  /** The entry's id there. */
  readonly id: string;
}

/** What the reports hold together, and whose each entry is. */
export interface Gathered {
  readonly content: ReportContent;
  /** By list or repeated row (`l1`, `t1.r01`), then by the entry's id in `content`. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, EntryOrigin>>;
}

/** Whether a template has anything to gather beside base figures: texts, added rows, rows of units or narrative. */
export const hasGathered = (template: Template, listedTexts: readonly CellAddress[]): boolean =>
  listedTexts.length > 0 ||
  template.blocks.some((block) => {
    switch (block.kind) {
      case "narrative":
        return (block.combine ?? "none") !== "none";
      case "list":
        return block.combine === "list";
      case "table":
        return JSON.stringify([block.rows, block.columns]).includes('"repeat":');
      default:
        return false;
    }
  });

/**
 * What the ids of each unit's entries begin with: its code, so that an address stands for the same entry whoever else
 * has reported, with its position in the order where the letters that ids allow do not tell the codes apart.
 */
const prefixes = (units: readonly UnitContent[]): readonly string[] => {
  const taken = new Set<string>();
  return units.map(({ unit }, i) => {
    let prefix = unit.code.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 20);
    // Longer than any code that is still to come is cut to, so that it takes nobody's prefix.
    if (taken.has(prefix)) prefix = `${prefix.padEnd(20, "_")}_${i + 1}`;
    taken.add(prefix);
    return prefix;
  });
};

/** The new ids of entries, by list or repeated row, unit and old id. */
type Names = ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>;

const renamed = (units: readonly UnitContent[], left: ReadonlySet<string>): Names => {
  const names = new Map<string, Map<string, string>[]>();
  for (const [i, prefix] of prefixes(units).entries()) {
    for (const [of, entries] of Object.entries(units[i]?.content.entries ?? {})) {
      if (left.has(of)) continue;
      const here = names.get(of) ?? [];
      here[i] = new Map(entries.map(({ id }, n) => [id, `${prefix}-${n + 1}`]));
      names.set(of, here);
    }
  }
  return names;
};

/** Entries of every unit one after the other, each with the name of its unit. */
const gatherEntries = (units: readonly UnitContent[], names: Names): Pick<ReportContent, "entries"> & Pick<Gathered, "origins"> => {
  const gathered: Record<string, Entry[]> = {};
  const origins = new Map<string, Map<string, EntryOrigin>>();
  for (const [of, byUnit] of names) {
    const here = new Map<string, EntryOrigin>();
    gathered[of] = units.flatMap(({ unit, content }, i) =>
      (content.entries[of] ?? []).map(({ id: old, label }) => {
        const id = byUnit[i]?.get(old) ?? old;
        here.set(id, { unitId: unit.id, id: old });
        return { id, label: label === "" ? unit.name : `${label} – ${unit.name}` };
      }),
    );
    origins.set(of, here);
  }
  return { entries: gathered, origins };
};

/** The address of a cell in an entry, with the entry's id replaced. */
const addressWith = (address: CellAddress, { id }: EntryPlace, other: string): CellAddress =>
  address.replace(`@${id}.`, () => `@${other}.`) as CellAddress;

/**
 * Values of entries under their new addresses, and those of rows and columns of units as they are; base cells are not
 * taken, nor values of entries that their report does not list.
 */
const gatherRepeated = (
  units: readonly UnitContent[],
  names: Names,
  placeOf: (at: CellAddress) => EntryPlace | undefined,
): Record<CellAddress, CellValue> => {
  const gathered: Record<CellAddress, CellValue> = {};
  for (const [i, { content }] of units.entries()) {
    for (const [at, value] of Object.entries<CellValue>(content.cells)) {
      if (!at.includes("@")) continue;
      const address = at as CellAddress;
      const place = placeOf(address);
      const id = place && names.get(place.of)?.[i]?.get(place.id);
      if (place === undefined) gathered[address] = value;
      else if (id !== undefined) gathered[addressWith(address, place, id)] = value;
    }
  }
  return gathered;
};

/** Texts of rule `list`: one line for each unit that wrote something. */
const gatherTexts = (units: readonly UnitContent[], listed: readonly CellAddress[]): Record<CellAddress, CellValue> => {
  const gathered: Record<CellAddress, CellValue> = {};
  for (const address of listed) {
    const lines = units.flatMap(({ unit, content }) => {
      const value = content.cells[address];
      return typeof value === "string" && value.trim() !== "" ? [`${unit.name}: ${value.trim()}`] : [];
    });
    if (lines.length > 0) gathered[address] = lines.join("\n");
  }
  return gathered;
};

const heading = (name: string): unknown => ({ type: "paragraph", content: [{ type: "text", text: name, marks: [{ type: "bold" }] }] });

/** Sections of the outline: one after the other, or each under the name of its unit. */
const gatherNarrative = (template: Template, units: readonly UnitContent[]): Record<string, RichDoc> => {
  const gathered: Record<string, RichDoc> = {};
  for (const block of template.blocks) {
    if (block.kind !== "narrative") continue;
    const combine = block.combine ?? "none";
    if (combine === "none") continue;
    const content = units.flatMap(({ unit, content }) => {
      const section = content.narrative[block.id]?.content ?? [];
      return section.length > 0 && combine === "perUnit" ? [heading(unit.name), ...section] : section;
    });
    if (content.length > 0) gathered[block.id] = { type: "doc", content };
  }
  return gathered;
};

/**
 * Puts together what is not added up, in the order of the units: sections by their `combine`, lists with
 * `combine: "list"`, the entries of repeated rows (whose figures the totals over them need), rows and columns of
 * subordinate units, and texts of rule `list`.
 */
export const gather = (template: Template, units: readonly UnitContent[], listedTexts: readonly CellAddress[]): Gathered => {
  const left = new Set(listsOf(template).flatMap((list) => (list.combine === "list" ? [] : [list.id])));
  const names = renamed(units, left);
  const { entries, origins } = gatherEntries(units, names);
  const cells = { ...gatherTexts(units, listedTexts), ...gatherRepeated(units, names, entryPlaces(template)) };
  return { content: { cells, narrative: gatherNarrative(template, units), entries }, origins };
};

/**
 * Where a cell of a gathered entry stands in the report that it comes from; undefined for cells outside of entries,
 * which stand in every report under their own address.
 */
export const originOf = (
  template: Template,
  { origins }: Pick<Gathered, "origins">,
  at: CellAddress,
): { readonly unitId: string; readonly at: CellAddress } | undefined => {
  const place = entryPlaces(template)(at);
  const origin = place && origins.get(place.of)?.get(place.id);
  return place && origin && { unitId: origin.unitId, at: addressWith(at, place, origin.id) };
};

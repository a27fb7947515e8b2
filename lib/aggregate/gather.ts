import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import { listsOf, type Template } from "@/lib/template";

/** What one unit's report holds beside its figures. */
export interface UnitContent {
  readonly unit: { readonly code: string; readonly name: string };
  readonly content: ReportContent;
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

/** Ids of entries, made unique among all units: the unit's code and a number. */
const renamed = ({ unit, content }: UnitContent): ReadonlyMap<string, string> => {
  const code = unit.code.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 24);
  const ids = new Set(Object.values(content.entries).flatMap((entries) => entries.map(({ id }) => id)));
  return new Map([...ids].map((id, i) => [id, `${code}-${i + 1}`]));
};

const addressKey = /@([^.]+)/;

/** Entries of every unit one after the other, each with the name of its unit. */
const gatherEntries = (units: readonly UnitContent[], left: ReadonlySet<string>): Record<string, Entry[]> => {
  const gathered: Record<string, Entry[]> = {};
  for (const one of units) {
    const names = renamed(one);
    for (const [of, entries] of Object.entries(one.content.entries)) {
      if (left.has(of)) continue;
      const here = entries.map(({ id, label }) => ({
        id: names.get(id) ?? id,
        label: label === "" ? one.unit.name : `${label} – ${one.unit.name}`,
      }));
      gathered[of] = [...(gathered[of] ?? []), ...here];
    }
  }
  return gathered;
};

/** Values of added rows and of rows and columns of units, under their new addresses; base cells are not taken. */
const gatherRepeated = (units: readonly UnitContent[], left: ReadonlySet<string>): Record<CellAddress, CellValue> => {
  const gathered: Record<CellAddress, CellValue> = {};
  for (const one of units) {
    const names = renamed(one);
    for (const [address, value] of Object.entries(one.content.cells)) {
      const key = addressKey.exec(address)?.[1];
      if (key === undefined || left.has(address.slice(0, address.indexOf("@")))) continue;
      gathered[address.replace(addressKey, `@${names.get(key) ?? key}`) as CellAddress] = value;
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
export const gather = (template: Template, units: readonly UnitContent[], listedTexts: readonly CellAddress[]): ReportContent => {
  const left = new Set(listsOf(template).flatMap((list) => (list.combine === "list" ? [] : [list.id])));
  return {
    cells: { ...gatherTexts(units, listedTexts), ...gatherRepeated(units, left) },
    narrative: gatherNarrative(template, units),
    entries: gatherEntries(units, left),
  };
};

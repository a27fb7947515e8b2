import type { Entry } from "@/lib/form/content";
import { type DayRange, type Period, textParams } from "@/lib/period";
import { fieldsOf, fillText, flatRows, leafColumns, listsOf, type Template, type Text, tablesOf } from "@/lib/template";

/** What stands before the row and over the column of a cell, with the period filled in. */
export interface PlaceLabels {
  readonly row: Text;
  readonly column: Text;
}

interface Surroundings {
  readonly period: Period;
  readonly cutoff: DayRange;
  readonly unitName: string;
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

const none: Text = { vi: "" };
const joined = (texts: readonly Text[]): Text => ({
  vi: texts.map(({ vi }) => vi).join(" – "),
  en: texts.map(({ vi, en }) => en ?? vi).join(" – "),
});

/** The labels of the template itself, by ids. */
const rawLabels = (template: Template, address: string, { entries }: Surroundings): PlaceLabels => {
  const [block = "", second = "", third = ""] = address.split(".");
  if (block === "f") return { row: none, column: fieldsOf(template).find(({ id }) => id === second)?.label ?? none };
  const [listId = "", listKey] = block.split("@");
  const list = listsOf(template).find(({ id }) => id === listId);
  if (list) {
    const label = entries[listId]?.find(({ id }) => id === listKey)?.label;
    return { row: label ? { vi: label } : list.title, column: list.columns.find(({ id }) => id === second)?.label ?? none };
  }
  const table = tablesOf(template).find(({ id }) => id === block);
  if (!table) return { row: none, column: none };
  const row = flatRows(table).find((it) => it.row.id === second.split("@")[0])?.row.label ?? none;
  const leaf = leafColumns(table).find((it) => it.column.id === third.split("@")[0]);
  return { row, column: leaf ? joined([...leaf.groups.map(({ label }) => label), leaf.column.label]) : none };
};

/** Names a cell for people: "Số hồ sơ đã giải quyết – Quá hạn" of "Lĩnh vực đất đai". */
export const placeLabels = (template: Template, address: string, around: Surroundings): PlaceLabels => {
  const { row, column } = rawLabels(template, address, around);
  const filled = (text: Text): Text => {
    const one = (locale: "vi" | "en") => fillText(text, textParams(around.period, around.cutoff, around.unitName, locale), locale);
    return text.en === undefined ? { vi: one("vi") } : { vi: one("vi"), en: one("en") };
  };
  return { row: filled(row), column: filled(column) };
};

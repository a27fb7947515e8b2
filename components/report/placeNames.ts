import type { Entry } from "@/lib/form/content";
import { flatRows, leafColumns, type Template, type Text } from "@/lib/template";

/**
 * Gives a place of a report (a cell, a field, a section) the name that a person knows it by. In rows that the reporter
 * added, `entriesOf` (by `l1`, `t1.r01`) tells which: by its label, in a list by its number.
 */
export const placeNames = (
  template: Template,
  words: (text: Text) => string,
  entriesOf: (of: string) => readonly Entry[],
): ((at: string) => string) => {
  const lists: string[] = [];
  const repeated: string[] = [];
  const names = new Map<string, string>();
  for (const block of template.blocks) {
    if (block.kind === "narrative") names.set(`n.${block.id}`, words(block.prompt));
    else if (block.kind === "fields") for (const field of block.fields) names.set(`f.${field.id}`, words(field.label));
    else if (block.kind === "list") {
      names.set(block.id, words(block.title));
      lists.push(block.id);
      for (const column of block.columns) names.set(`${block.id}.${column.id}`, `${words(block.title)} – ${words(column.label)}`);
    } else if (block.kind === "table") {
      if (block.title) names.set(block.id, words(block.title));
      for (const { row } of flatRows(block)) {
        if ("repeat" in row && row.repeat?.by === "entries") repeated.push(`${block.id}.${row.id}`);
        names.set(`${block.id}.${row.id}`, [row.number, words(row.label)].filter(Boolean).join(" "));
      }
      for (const { column } of leafColumns(block)) names.set(`${block.id}.${column.id}`, words(column.label));
    }
  }
  const entryName = (id: string): string | undefined => {
    for (const of of lists) {
      const position = entriesOf(of).findIndex((entry) => entry.id === id);
      if (position !== -1) return `#${position + 1}`;
    }
    return repeated.flatMap(entriesOf).find((entry) => entry.id === id)?.label;
  };
  const bareName = (at: string): string => {
    const whole = at.startsWith("e.") ? at.slice(2) : at;
    const bare = whole.replace(/@[^.]+/g, "");
    const own = names.get(bare);
    if (own !== undefined) return own;
    const [table = "", row = "", column = ""] = bare.split(".");
    return [names.get(`${table}.${row}`), names.get(`${table}.${column}`)].filter((part) => part !== undefined).join(" – ") || at;
  };
  return (at) => {
    const id = /@([^.@]+)/.exec(at)?.[1];
    const entry = id === undefined ? undefined : entryName(id);
    return entry ? `${bareName(at)} (${entry})` : bareName(at);
  };
};

import { flatRows, leafColumns, type Template, type Text } from "@/lib/template";

/** Gives a place of a report (a cell, a field, a section) the name that a person knows it by. */
export const placeNames = (template: Template, words: (text: Text) => string): ((at: string) => string) => {
  const names = new Map<string, string>();
  for (const block of template.blocks) {
    if (block.kind === "narrative") names.set(`n.${block.id}`, words(block.prompt));
    else if (block.kind === "fields") for (const field of block.fields) names.set(`f.${field.id}`, words(field.label));
    else if (block.kind === "list") {
      names.set(block.id, words(block.title));
      for (const column of block.columns) names.set(`${block.id}.${column.id}`, `${words(block.title)} – ${words(column.label)}`);
    } else if (block.kind === "table") {
      if (block.title) names.set(block.id, words(block.title));
      for (const { row } of flatRows(block)) {
        names.set(`${block.id}.${row.id}`, [row.number, words(row.label)].filter(Boolean).join(" "));
      }
      for (const { column } of leafColumns(block)) names.set(`${block.id}.${column.id}`, words(column.label));
    }
  }
  return (at) => {
    const whole = at.startsWith("e.") ? at.slice(2) : at;
    const bare = whole.replace(/@[^.]+/g, "");
    const own = names.get(bare);
    if (own !== undefined) return own;
    const [table = "", row = "", column = ""] = bare.split(".");
    return [names.get(`${table}.${row}`), names.get(`${table}.${column}`)].filter((part) => part !== undefined).join(" – ") || at;
  };
};

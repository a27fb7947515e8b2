import type { Repeat, Row } from "@/lib/template";
import type { Command, Place, RowNumbering, Value } from "@/lib/template/edit";

/** What a row is, as officials name it: a row of words alone is told by its breakdown. */
export type RowSort = "group" | "indicator" | "subtotal" | "total" | "some" | "all";

export const rowSorts: readonly RowSort[] = ["group", "indicator", "subtotal", "total", "some", "all"];

export const sortOf = (row: Row): RowSort => (row.kind === "label" ? row.breakdown : row.kind);

export const rowSortCommand = (places: readonly Place[], sort: RowSort): Command => ({
  do: "set",
  at: places,
  values: sort === "some" || sort === "all" ? { kind: "label", breakdown: sort } : { kind: sort },
});

/** How rows or heads are repeated; undefined: not. `prompt` is what the reporter is asked to add. */
export function repeatCommand(places: readonly Place[], by: Repeat["by"] | undefined, prompt: string): Command {
  if (by === undefined) return { do: "set", at: places, values: {}, clear: ["repeat"] };
  return { do: "set", at: places, values: { repeat: by === "units" ? { by } : { by, prompt: { vi: prompt } } } };
}

export type NumberStyle = RowNumbering[number];

export const numberStyles: readonly NumberStyle[] = ["roman", "arabic", "decimal", "letter", "dash", "plus"];

/** Numberings that forms are usually printed with. */
export const usualNumberings: readonly RowNumbering[] = [
  ["roman", "arabic", "letter", "dash", "plus"],
  ["roman", "arabic", "decimal", "letter", "dash"],
  ["arabic", "decimal", "decimal", "dash"],
  ["arabic", "letter", "dash", "plus"],
];

export const sameNumbering = (a: RowNumbering | undefined, b: RowNumbering | undefined): boolean => a?.join() === b?.join();

export const numberingCommand = (block: string, styles: RowNumbering | undefined): Command => ({
  do: "set",
  at: [{ kind: "block", block }],
  ...(styles === undefined ? { values: {}, clear: ["rowNumbering"] } : { values: { rowNumbering: [...styles] as Value } }),
});

/** The numbering with the style of one depth changed; depths above it that had none are counted 1, 2, 3. */
export function withStyle(styles: RowNumbering | undefined, depth: number, style: NumberStyle): RowNumbering {
  const next: NumberStyle[] = [...(styles ?? [])];
  while (next.length < depth) next.push("arabic");
  next[depth] = style;
  return next;
}

/** The first numbers of a numbering, as a person knows it: I, 1, a, -. */
export const numberingExample = (styles: RowNumbering): string =>
  styles
    .map((style, depth) => {
      switch (style) {
        case "roman":
          return "I";
        case "arabic":
          return "1";
        case "decimal":
          return Array.from({ length: styles.slice(0, depth + 1).filter((each) => each === "decimal").length + 1 }, () => "1").join(".");
        case "letter":
          return "a";
        case "dash":
          return "-";
        case "plus":
          return "+";
      }
      return "";
    })
    .join(", ");

/** Whether selected rows are left out of the numbering, or counted again. */
export const countedCommand = (places: readonly Place[], isCounted: boolean): Command =>
  isCounted ? { do: "set", at: places, values: {}, clear: ["number"] } : { do: "set", at: places, values: { number: "" } };

export const numberingRowCommand = (block: string, isPrinted: boolean): Command => ({
  do: "set",
  at: [{ kind: "block", block }],
  ...(isPrinted ? { values: { numberingRow: true } } : { values: {}, clear: ["numberingRow"] }),
});

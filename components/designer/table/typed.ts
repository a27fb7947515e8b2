import { editableText, readCellText } from "@/components/grid/cellText";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Column, Row, Text, TextLocale } from "@/lib/template";
import type { Command, Place, Value } from "@/lib/template/edit";
import type { CellFace } from "./cellFace";

/** A text of two languages with the words of one changed; English that is emptied goes away. */
export function withWords(text: Text | undefined, locale: TextLocale, words: string): Value {
  if (locale === "vi") return text?.en === undefined ? { vi: words } : { vi: words, en: text.en };
  return words === "" ? { vi: text?.vi ?? "" } : { vi: text?.vi ?? "", en: words };
}

/** The words of a text in a language alone; what it has not is empty. */
export const wordsOf = (text: Text | undefined, locale: TextLocale): string => (locale === "en" ? (text?.en ?? "") : (text?.vi ?? ""));

/** Labels, numbers and units stand in one line of the document: a pasted line break is a blank. */
export const oneLine = (typed: string): string => typed.replaceAll(/\s*[\r\n]+\s*/g, " ");

const setOrClear = (place: Place, property: string, typed: string): Command =>
  typed === "" ? { do: "set", at: [place], values: {}, clear: [property] } : { do: "set", at: [place], values: { [property]: typed } };

export const labelCommand = (place: Place, part: Column | Row, locale: TextLocale, typed: string): Command => ({
  do: "set",
  at: [place],
  values: { label: withWords(part.label, locale, typed) },
});

/** A row without a number of its own stays so when rows are numbered anew, which an empty one tells. */
export const rowNumberCommand = (place: Place, typed: string, isNumbered: boolean): Command =>
  typed === "" && isNumbered ? { do: "set", at: [place], values: { number: "" } } : setOrClear(place, "number", typed);

export const columnNumberCommand = (place: Place, typed: string): Command => setOrClear(place, "number", typed);

export const unitCommand = (place: Place, typed: string): Command => setOrClear(place, "unit", typed.trim());

/**
 * What a cell holds of its own making, as it is typed: `=c3 + c4`, `x`, or the value that new reports start with.
 * @param show writes a stored formula by codes
 */
export function cellText(face: CellFace, locale: string, show: (stored: string) => string): string {
  if (face.stored !== undefined) return `=${show(face.stored)}`;
  if (face.role === "x") return "x";
  return face.starts === undefined ? "" : editableText(face, face.starts, locale);
}

/** What typing into a cell means: a formula, the lock x, or the value that new reports start with. */
export function cellCommand(options: {
  readonly place: Place;
  readonly typed: string;
  readonly face: Pick<CellFace, "type" | "decimals" | "choices">;
  readonly locale: string;
  /** Reads a formula by codes into one by ids. */
  readonly readFormula: (text: string) => Result<string, Problem>;
}): Result<Command, Problem> {
  const { place, face, locale, readFormula } = options;
  const typed = options.typed.trim();
  const set = (values: Readonly<Record<string, Value>>): Result<Command, Problem> =>
    ok({ do: "set", at: [place], values, clear: ["formula", "lock", "default"].filter((key) => !(key in values)) });
  if (typed === "" || typed === "=") return set({});
  if (typed.startsWith("=")) {
    const formula = readFormula(typed.slice(1).trim());
    return formula.ok ? set({ formula: formula.value }) : formula;
  }
  if (typed === "x" || typed === "X") return set({ lock: "x" });
  const read = readCellText(face, typed, locale);
  if (!read.ok) return read;
  if (read.value === "-" || read.value === null) return fail({ code: "designerTable.noDash", params: {}, at: "", severity: "error" });
  return set({ default: read.value });
}

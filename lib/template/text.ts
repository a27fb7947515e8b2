import type { Text } from "./template.types";

/** Languages that a text of a template can have. */
export type TextLocale = "vi" | "en";

/** What the words in single braces stand for; those that the period has not are left out. */
export interface TextParams {
  /** `{year}`, and `{year-1}`, `{year+1}` … by reckoning. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 4. */
  readonly quarter?: number;
  /** Name of the period: `tháng 3 năm 2026`. */
  readonly period?: string;
  /** First and last day of the period's figures, as written. */
  readonly from?: string;
  readonly to?: string;
  /** Name of the reporting unit. */
  readonly unit?: string;
}

/** Names that may stand in single braces. */
export const textParamNames = ["year", "month", "quarter", "period", "from", "to", "unit"] as const satisfies readonly (keyof TextParams)[];
type TextParamName = (typeof textParamNames)[number];

/** A piece of a text: words, a parameter in single braces, or a value embedded in double braces. */
export type TextPiece =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "param"; readonly name: string; readonly offset: number; readonly source: string }
  | { readonly kind: "value"; readonly ref: string; readonly source: string };

const piece = /\{\{([^{}]*)\}\}|\{([A-Za-z]\w*)([+-]\d{1,3})?\}/g;

/** Takes a text apart; braces that enclose neither a name nor a reference are words. */
export function readText(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > at) pieces.push({ kind: "words", words: text.slice(at, match.index) });
    const [source, ref, name, offset] = match;
    if (ref !== undefined) pieces.push({ kind: "value", ref: ref.trim(), source });
    else if (name !== undefined) pieces.push({ kind: "param", name, offset: Number(offset ?? 0), source });
    at = match.index + source.length;
  }
  if (at < text.length) pieces.push({ kind: "words", words: text.slice(at) });
  return pieces;
}

/** The text in a language; Vietnamese where it was not translated. */
export const textIn = (text: Text, locale: TextLocale): string => (locale === "en" && text.en ? text.en : text.vi);

/** Whether a name in braces is one that `fillText` knows. */
export const isTextParam = (name: string): name is TextParamName => textParamNames.some((known) => known === name);

const unknownValue = "…";

/**
 * The text in a language with its parameters and embedded values filled in. `valueAt` gives the printed value of a
 * reference such as `t1.r01.c3` or `f.dan_so`. What is not known prints as an ellipsis, so that a gap is seen.
 */
export function fillText(text: Text, params: TextParams, locale: TextLocale, valueAt?: (ref: string) => string | undefined): string {
  const fill = (part: TextPiece): string => {
    switch (part.kind) {
      case "words":
        return part.words;
      case "param":
        return fillParam(part.name, part.offset, params) ?? unknownValue;
      case "value":
        return valueAt?.(part.ref) ?? unknownValue;
    }
  };
  return readText(textIn(text, locale)).map(fill).join("");
}

function fillParam(name: string, offset: number, params: TextParams): string | undefined {
  if (!isTextParam(name)) return undefined;
  const value = params[name];
  if (value === undefined) return undefined;
  if (offset === 0) return String(value);
  // Only years are reckoned with: the month before January is another year's.
  return name === "year" ? String(Number(value) + offset) : undefined;
}

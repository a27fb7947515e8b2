import IntlMessageFormat from "intl-messageformat";
import type { Problem } from "@/lib/problem";
import { messageOf } from "./catalogue";
import type { Locale } from "./locale";
import { type PlacePart, readPlace } from "./place";

/** Tells the parts of an id path by the template that it belongs to; undefined where it does not know the path. */
export type NamePlace = (at: string) => readonly PlacePart[] | undefined;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * A problem as one sentence for a person, led by its place: "Bảng t1, hàng r03, cột c5, ký tự 5–9: …".
 * `namePlace` (of `lib/template`) tells rows from columns by the template; without it ids are read by habit.
 */
export function say(problem: Problem, locale: Locale, namePlace?: NamePlace): string {
  const sentence = phrase(problem.code, problem.params, locale);
  const place = sayPlace(problem, locale, namePlace);
  return place === "" ? sentence : `${place}: ${sentence}`;
}

/** The place of a problem alone; `""` for the whole document. */
export function sayPlace(problem: Pick<Problem, "at" | "span">, locale: Locale, namePlace?: NamePlace): string {
  const parts = namePlace?.(problem.at) ?? readPlace(problem.at);
  const words = parts.map((part) => phrase(`place.${typeof part.id === "number" ? "nth" : "named"}.${part.kind}`, { id: part.id }, locale));
  if (problem.span) {
    const { from, to } = problem.span;
    words.push(phrase(to > from + 1 ? "place.span" : "place.spanOne", { from: from + 1, to }, locale));
  }
  const joined = words.filter((word) => word !== "").join(", ");
  return joined.charAt(0).toLocaleUpperCase(locale) + joined.slice(1);
}

/**
 * The message of a code filled in, for documents and other texts outside the screens. A code without a message is a
 * defect that a test finds; here it shows as itself.
 */
export function phrase(code: string, params: Readonly<Record<string, string | number>>, locale: Locale): string {
  const key = `${locale} ${code}`;
  let message = compiled.get(key);
  if (message === undefined) {
    message = new IntlMessageFormat(messageOf(locale, code) ?? code, locale, undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  // A parameter that was not given must not take the sentence away from its reader.
  const known = new Proxy({ ...params }, { has: () => true, get: (all, name) => all[String(name)] ?? "…" });
  return String(message.format(known));
}

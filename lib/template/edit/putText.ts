import type { Text, TextLocale } from "@/lib/template";

/**
 * A text with its words of one language set. Without words that language goes; Vietnamese, which every text has, stays
 * as empty words as long as there is English. Undefined where nothing is left: an optional text is then cleared, one
 * that must be is `{ vi: "" }`.
 */
export function putText(text: Text | undefined, locale: TextLocale, words: string): Text | undefined {
  const next = locale === "vi" ? { vi: words, en: text?.en } : { vi: text?.vi ?? "", en: words };
  if (next.en) return { vi: next.vi, en: next.en };
  return next.vi === "" ? undefined : { vi: next.vi };
}

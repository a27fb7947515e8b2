import type { Text, TextLocale } from "@/lib/template";
import { putText } from "@/lib/template/edit";

/** What becomes of a text that has no words left: it stays, empty, where its part must have one; else it goes. */
export type WhenEmpty = "keep" | "clear";

/** A text with other words in one language. */
export function writeWords(text: Text | undefined, locale: TextLocale, words: string, whenEmpty: WhenEmpty): Text | undefined {
  return putText(text, locale, words) ?? (whenEmpty === "keep" ? { vi: "" } : undefined);
}

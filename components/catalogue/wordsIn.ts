import type { Text } from "@/lib/template";

/** Words in the reader's language; the Vietnamese where nobody translated them. */
export const wordsIn = (text: Text, locale: string): string => (locale === "en" && text.en ? text.en : text.vi);

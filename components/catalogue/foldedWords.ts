import { foldVietnamese } from "@/lib/unit";

/** Folded for search, with `m²` as `m2`. */
const fold = (text: string): string => foldVietnamese(text.normalize("NFKC"));

/** Whether a text has all the words that somebody typed, in any case and without marks. */
export function hasWords(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed)
    .split(" ")
    .every((word) => folded.includes(word));
}

/** How well a name fits what was typed: 0 it is it, 1 it starts so, 2 a word of it starts so, 3 elsewhere. */
export function fitOf(name: string, typed: string): 0 | 1 | 2 | 3 {
  const [folded, words] = [fold(name), fold(typed)];
  if (folded === words) return 0;
  if (folded.startsWith(words)) return 1;
  return ` ${folded}`.includes(` ${words}`) ? 2 : 3;
}

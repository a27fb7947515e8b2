import { like, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Text } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";

/** Stands between a code and names in a folded column; never inside one. */
const between = "|";
/** Words of a search that count. */
const mostWords = 8;

/** Folded for search, with `m²` as `m2`. */
const fold = (text: string): string => foldVietnamese(text.replaceAll(between, " ").normalize("NFKC"));

/** What is kept for search beside a thing: its code, then its names in each language. */
export const searchText = (code: string, name: Text): string => [code, name.vi, name.en ?? ""].map(fold).join(between);

/** A search over a column of `searchText`. */
export interface FoldedSearch {
  /** Each word stands somewhere; true of everything for no words. */
  readonly conditions: readonly SQL[];
  /** 0 the code itself, 1 codes that start so, 2 names that start so, 3 the words side by side, 4 the words anywhere. */
  readonly rank: SQL<number>;
}

/** Reads words as somebody typed them, in any case, with marks or without. */
export function foldedSearch(column: PgColumn, typed: string): FoldedSearch {
  const words = fold(typed)
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, mostWords);
  const phrase = escaped(words.join(" "));
  return {
    conditions: words.map((word) => like(column, `%${escaped(word)}%`)),
    rank:
      words.length === 0
        ? sql<number>`0::int`
        : sql<number>`case
            when ${column} like ${`${phrase}${between}%`} then 0
            when ${column} like ${`${phrase}%`} then 1
            when ${column} like ${`%${between}${phrase}%`} then 2
            when ${column} like ${`%${phrase}%`} then 3
            else 4 end`,
  };
}

const escaped = (words: string): string => words.replaceAll(/[\\%_]/g, "\\$&");

import * as en from "./catalogueEn";
import * as vi from "./catalogueVi";
import type { Locale } from "./locale";

/** Messages by room, then by key, to any depth: the shape that next-intl takes. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The Vietnamese catalogue: next-intl checks the keys of the screens by it. */
export type Messages = typeof vi;

const catalogues: Readonly<Record<Locale, MessageTree>> = { vi: Object.assign({}, vi), en: Object.assign({}, en) };

/** All messages of a language, ICU syntax, by namespace (`formula`, `template`, `shell` …). */
export const messagesOf = (locale: Locale): MessageTree => catalogues[locale];

/** The ICU message of a code such as `formula.unknownName`; undefined where the catalogue has none. */
export function messageOf(locale: Locale, code: string): string | undefined {
  let node: string | MessageTree | undefined = catalogues[locale];
  for (const key of code.split(".")) {
    if (node === undefined || typeof node === "string" || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return typeof node === "string" ? node : undefined;
}

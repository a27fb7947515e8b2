import { fail, ok, type Result } from "@/lib/result";

/** A JSON value that was copied within bounds. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Bounds of a template document; far above any real form, low enough that no document holds the server up. */
export const templateBounds = { depth: 64, values: 1_000_000, characters: 20_000_000 } as const;

/** Why a value cannot be read as a document, and where (JSON pointer). */
export interface Unreadable {
  readonly reason: "tooDeep" | "tooBig" | "notJson" | "controlCharacter";
  readonly pointer: string;
}

// C0 controls but tab and line feed, DEL and C1, the two code points that are no characters: XML and JSONB refuse them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;
const loneSurrogate = /\p{Surrogate}/u;

class Refused extends Error {
  readonly why: Unreadable;
  constructor(why: Unreadable) {
    super(why.reason);
    this.why = why;
  }
}

/**
 * Copies a JSON value of the outside: plain objects and arrays alone, every string in NFC with `\n` line ends, within
 * `templateBounds`. What is copied has no prototype tricks, no cycles and nothing that a database or Word file refuses.
 */
export function normalise(input: unknown): Result<Json, Unreadable> {
  let values = 0;
  let characters = 0;

  const refuse = (reason: Unreadable["reason"], path: readonly string[]): never => {
    throw new Refused({ reason, pointer: path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("") });
  };

  const copyString = (text: string, path: readonly string[]): string => {
    characters += text.length;
    if (characters > templateBounds.characters) refuse("tooBig", path);
    const clean = text.replaceAll("\r\n", "\n").normalize("NFC");
    if (unprintable.test(clean) || loneSurrogate.test(clean)) refuse("controlCharacter", path);
    return clean;
  };

  const copy = (value: unknown, path: readonly string[]): Json => {
    values += 1;
    if (values > templateBounds.values) refuse("tooBig", path);
    if (path.length > templateBounds.depth) refuse("tooDeep", path);
    if (value === null || typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : refuse("notJson", path);
    if (typeof value === "string") return copyString(value, path);
    if (typeof value !== "object") return refuse("notJson", path);
    if (Array.isArray(value)) return Array.from(value, (item: unknown, index) => copy(item, [...path, String(index)]));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) refuse("notJson", path);
    // fromEntries defines own properties, so that a key "__proto__" stays a key (and is refused by the schema).
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [copyString(key, path), copy(item, [...path, key])]),
    );
  };

  try {
    return ok(copy(input, []));
  } catch (error) {
    if (error instanceof Refused) return fail(error.why);
    throw error;
  }
}

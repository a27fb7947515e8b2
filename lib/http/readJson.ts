import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { HttpRefusal } from "./httpRefusal";

/** Values of one body: far above any report or template, low enough that checking them holds nobody up. */
const mostValues = 1_000_000;

/** Objects in objects deeper than this are no document of ours, and would only exhaust a stack. */
const deepest = 64;

const refuse = (status: number, code: string, params: Problem["params"] = {}, at = ""): Result<never, HttpRefusal> =>
  fail({ status, problems: [{ code, params, at, severity: "error" }] });

/** What a body is read within. */
export interface BodyRules {
  readonly maxBytes: number;
  /** Asked with the size in bytes before the text is taken apart, which is what costs. */
  readonly admit?: (bytes: number) => Promise<HttpRefusal | undefined>;
}

/**
 * Reads the body of a request as JSON. Strings come out in Unicode's form NFC. Refused are: more than `maxBytes`
 * (noticed while it streams in; the rest is not read), another media type, what is no JSON, more than a million values,
 * and characters that Postgres cannot keep (U+0000, halves of surrogate pairs).
 */
export async function readJson(request: Request, { maxBytes, admit }: BodyRules): Promise<Result<unknown, HttpRefusal>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return refuse(415, "api.notJsonType");
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  const refused = await admit?.(bytes.value.byteLength);
  if (refused) return fail(refused);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch {
    return refuse(400, "api.notJson");
  }
  return clean(value);
}

/** The body of a request, unless it passes `maxBytes`: noticed while it streams in, and the rest is not read. */
export async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, HttpRefusal>> {
  const tooLarge = () => refuse(413, "api.bodyTooLarge", { limit: Math.floor(maxBytes / 1024) });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined);
      return tooLarge();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return ok(whole);
}

/** Why a value cannot be taken, and the keys that lead to it, the innermost first: a path is made only for a fault. */
class Unusable {
  readonly path: (string | number)[] = [];
  readonly refusal: (at: string) => Result<never, HttpRefusal>;
  constructor(refusal: (at: string) => Result<never, HttpRefusal>) {
    this.refusal = refusal;
  }
}

const badCharacter = () => new Unusable((at) => refuse(422, "api.badCharacter", {}, at));

/** The value with its strings in NFC. */
function clean(value: unknown): Result<unknown, HttpRefusal> {
  let left = mostValues;

  const cleaned = (value: unknown, depth: number): unknown => {
    left -= 1;
    if (left < 0) return new Unusable(() => refuse(413, "api.tooManyValues", { limit: mostValues }));
    if (typeof value === "string") return cleanText(value) ?? badCharacter();
    if (typeof value !== "object" || value === null) return value;
    if (depth >= deepest) return new Unusable(() => refuse(400, "api.tooDeep", { limit: deepest }));
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = cleaned(value[index], depth + 1);
        if (item instanceof Unusable) return from(item, index);
        value[index] = item;
      }
      return value;
    }
    const entries: [string, unknown][] = [];
    for (const key of Object.keys(value)) {
      const name = cleanText(key);
      if (name === undefined) return badCharacter();
      const item = cleaned(Reflect.get(value, key), depth + 1);
      if (item instanceof Unusable) return from(item, key);
      entries.push([name, item]);
    }
    // fromEntries defines `__proto__` as a plain property, which the schema then refuses by name.
    return Object.fromEntries(entries);
  };

  const whole = cleaned(value, 0);
  if (!(whole instanceof Unusable)) return ok(whole);
  return whole.refusal(
    whole.path
      .reverse()
      .map((key) => `/${key}`)
      .join(""),
  );
}

const from = (unusable: Unusable, key: string | number): Unusable => {
  unusable.path.push(key);
  return unusable;
};

/** A text in NFC; undefined where it has characters that cannot be kept. */
function cleanText(text: string): string | undefined {
  // Unpaired surrogates match as \p{Surrogate} in a regular expression with the u flag.
  return /[\0\p{Surrogate}]/u.test(text) ? undefined : text.normalize("NFC");
}

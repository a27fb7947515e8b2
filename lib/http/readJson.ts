import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { HttpRefusal } from "./httpRefusal";

/** Objects in objects deeper than this are no document of ours, and would only exhaust a stack. */
const deepest = 64;

const refuse = (status: number, code: string, params: Problem["params"] = {}, at = ""): Result<never, HttpRefusal> =>
  fail({ status, problems: [{ code, params, at, severity: "error" }] });

/**
 * Reads the body of a request as JSON. Strings come out in Unicode's form NFC. Refused are: more than `maxBytes`
 * (noticed while it streams in; the rest is not read), another media type, what is no JSON, and characters that
 * Postgres cannot keep (U+0000, halves of surrogate pairs).
 */
export async function readJson(request: Request, { maxBytes }: { readonly maxBytes: number }): Promise<Result<unknown, HttpRefusal>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return refuse(415, "api.notJsonType");
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch {
    return refuse(400, "api.notJson");
  }
  return clean(value, "", 0);
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

/** A copy with its strings in NFC. */
function clean(value: unknown, at: string, depth: number): Result<unknown, HttpRefusal> {
  if (typeof value === "string") {
    // Unpaired surrogates match as \p{Surrogate} in a regular expression with the u flag.
    return /[\0\p{Surrogate}]/u.test(value) ? refuse(422, "api.badCharacter", {}, at) : ok(value.normalize("NFC"));
  }
  if (typeof value !== "object" || value === null) return ok(value);
  if (depth >= deepest) return refuse(400, "api.tooDeep", { limit: deepest });
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const cleaned = clean(item, `${at}/${index}`, depth + 1);
      if (!cleaned.ok) return cleaned;
      items.push(cleaned.value);
    }
    return ok(items);
  }
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const place = `${at}/${key}`;
    if (/[\0\p{Surrogate}]/u.test(key)) return refuse(422, "api.badCharacter", {}, at);
    const cleaned = clean(item, place, depth + 1);
    if (!cleaned.ok) return cleaned;
    entries.push([key.normalize("NFC"), cleaned.value]);
  }
  // fromEntries defines `__proto__` as a plain property, which the schema then refuses by name.
  return ok(Object.fromEntries(entries));
}

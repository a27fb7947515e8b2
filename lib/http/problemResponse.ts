import { type Locale, say } from "@/lib/messages";
import type { Problem } from "@/lib/problem";
import type { HttpRefusal } from "./httpRefusal";

/** Body of an error (RFC 9457), media type `application/problem+json`. */
export interface ProblemDocument {
  /** `urn:bieumau:problem:<code>`: the kind of problem, the same in every language. */
  readonly type: string;
  /** The status in words. */
  readonly title: string;
  readonly status: number;
  /** The first problem as a sentence, with its place. */
  readonly detail: string;
  /** Code of the first problem. */
  readonly code: string;
  /** `urn:uuid:…` of this request, as the server's log has it; only with status 500. */
  readonly instance?: string;
  readonly problems: readonly (Problem & { readonly message: string })[];
}

const titled = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500];

/** A refusal as problem+json in the reader's language. */
export function problemResponse(refusal: HttpRefusal, locale: Locale, instance?: string): Response {
  const [first] = refusal.problems;
  const title = `api.title.s${titled.includes(refusal.status) ? refusal.status : 400}`;
  const document: ProblemDocument = {
    type: `urn:bieumau:problem:${first.code}`,
    title: say({ code: title, params: {}, at: "", severity: "error" }, locale),
    status: refusal.status,
    detail: say(first, locale),
    code: first.code,
    ...(instance ? { instance } : {}),
    problems: refusal.problems.map((problem) => ({ ...problem, message: say(problem, locale) })),
  };
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": locale,
    "cache-control": "no-store",
  });
  if (refusal.retryAfter !== undefined) headers.set("retry-after", String(refusal.retryAfter));
  return new Response(JSON.stringify(document), { status: refusal.status, headers });
}

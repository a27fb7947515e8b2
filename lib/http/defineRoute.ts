import { randomUUID } from "node:crypto";
import { checkSession, type SignedIn, tokenOfRequest } from "@/lib/auth";
import { type Database, getDatabase } from "@/lib/db";
import { fail, ok, type Result } from "@/lib/result";
import type { Outcome, Refusal, ServiceContext } from "@/lib/service/context";
import type { Answer } from "./answer";
import { countRequest, type RateLimit } from "./countRequest";
import { type HttpRefusal, httpRefusal, statusOf } from "./httpRefusal";
import { describeError, log } from "./log";
import { isFromOurPages } from "./origin";
import { problemResponse } from "./problemResponse";
import { readJson } from "./readJson";
import { localeOfRequest } from "./requestLocale";
import type { Schema } from "./schema";
import { validate } from "./validate";

/** Size of a body unless a route says otherwise. */
export const defaultMaxBytes = 1024 * 1024;
/** Requests of one account in a minute: several tabs that save while somebody types stay far below. */
export const requestsPerMinute = 600;
/** A body above this many bytes is a large one: taking it apart and checking it costs. */
export const largeBytes = 64 * 1024;
/** Large bodies of one account in a minute: whole sheets that are pasted, submissions of an integrator, templates. */
export const largeBodiesPerMinute = 30;
/** Costly requests of one account in a minute: nobody reads that many comparisons, or publishes as often. */
export const costlyPerMinute = 60;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a route is, for its handler and for the OpenAPI document alike. */
export interface RouteDefinition<P, Q, B, A> {
  readonly method: Method;
  /** As in OpenAPI: `/api/v1/reports/{id}`. */
  readonly path: string;
  /** One line, English. */
  readonly summary: string;
  /** Group in the OpenAPI document: `reports`. */
  readonly tag: string;
  readonly description?: string;
  /** Of the path; one that does not fit is 404. */
  readonly params?: Schema<P>;
  /** Of the query string; numbers and booleans are read from text. One that does not fit is 422. */
  readonly query?: Schema<Q>;
  readonly body?: Schema<B>;
  /** Of the body, in bytes; 1 MiB unless said otherwise. */
  readonly maxBytes?: number;
  /** It compiles or compares whole documents, however small the request is: an account has a rate of its own for such. */
  readonly costly?: boolean;
  /**
   * Asked before a body that may be large is read, so that nobody makes the server read one for nothing; what the
   * service itself decides again stays with it.
   */
  readonly admit?: (context: ServiceContext, params: P) => Outcome<undefined>;
  readonly answer: Answer<A>;
  /** Kinds of refusal of its service, for the document (401, 403, 413, 422, 429, 500 are understood). */
  readonly refusals?: readonly Refusal["kind"][];
  /** Open to an account that must change its password first. */
  readonly beforePasswordChange?: boolean;
}

/** What a request brings, checked. */
export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** The names in a path. Next gives undefined, not an empty object, where a path has none. */
type GivenNames = Readonly<Record<string, string | string[] | undefined>> | undefined;

/** Handler of Next that carries its definition. */
export interface RouteHandler {
  (request: Request, next: { readonly params: Promise<GivenNames> }): Promise<Response>;
  readonly definition: RouteDefinition<unknown, unknown, unknown, unknown>;
}

/**
 * Makes a route handler of `/api/v1` out of a use case. Before it is called: a change must come from our own pages
 * (403), the session must stand (401), the account must be within its rate (429; large bodies and costly routes have one of their own) and
 * free to act (403), path, query and body must fit their schemas (404, 422; 400, 413, 415 for a body that cannot be
 * read), and `admit` lets a large body in. Refusals become problem+json; what is thrown is logged without values and
 * becomes 500 with the id of the request.
 *
 *     export const PATCH = defineRoute({ method: "PATCH", path: "/api/v1/account", … }, (context, { body }) => changeAccount(context, body));
 */
export function defineRoute<A, P = undefined, Q = undefined, B = undefined>(
  definition: RouteDefinition<P, Q, B, A>,
  run: (context: ServiceContext, input: RouteInput<P, Q, B>) => Outcome<A>,
): RouteHandler {
  const handler = async (request: Request, next: { readonly params: Promise<GivenNames> }): Promise<Response> => {
    let signedIn: SignedIn | undefined;
    const locale = () => localeOfRequest(request, signedIn?.actor);
    try {
      if (!isFromOurPages(request, process.env.NEXTAUTH_URL)) return problemResponse(httpRefusal(403, "api.foreignOrigin"), locale());
      const db = getDatabase();
      const now = new Date();
      signedIn = await checkSession(db, await tokenOfRequest(request), now);
      const refused = await gate(db, signedIn, now, definition);
      if (refused) return problemResponse(refused, locale());
      if (!signedIn) throw new Error("the gate let a request without session through");
      const context = { db, actor: signedIn.actor, now };
      const input = await readInput(definition, context, request, (await next.params) ?? {});
      if (!input.ok) return problemResponse(input.error, locale());
      const outcome = await run(context, input.value);
      return outcome.ok ? definition.answer.encode(outcome.value) : problemResponse(refusalOf(outcome.error), locale());
    } catch (error) {
      const requestId = randomUUID();
      log.error({ requestId, method: definition.method, path: definition.path, ...describeError(error) }, "request failed");
      return problemResponse(httpRefusal(500, "api.unexpected", { requestId }), locale(), `urn:uuid:${requestId}`);
    }
  };
  return Object.assign(handler, { definition: definition as unknown as RouteHandler["definition"] });
}

async function gate(
  db: Database,
  signedIn: SignedIn | undefined,
  now: Date,
  {
    beforePasswordChange = false,
    costly = false,
  }: Pick<RouteDefinition<unknown, unknown, unknown, unknown>, "beforePasswordChange" | "costly">,
): Promise<HttpRefusal | undefined> {
  if (!signedIn) return httpRefusal(401, "api.unauthenticated");
  const refused = await within(db, { key: `account:${signedIn.actor.accountId}`, perMinute: requestsPerMinute, now });
  if (refused) return refused;
  if (signedIn.mustChangePassword && !beforePasswordChange) return httpRefusal(403, "api.passwordChangeFirst");
  return costly ? within(db, { key: `costly:${signedIn.actor.accountId}`, perMinute: costlyPerMinute, now }) : undefined;
}

async function within(db: Database, limit: RateLimit): Promise<HttpRefusal | undefined> {
  const wait = await countRequest(db, limit);
  return wait === undefined ? undefined : { ...httpRefusal(429, "api.throttled", { seconds: wait }), retryAfter: wait };
}

const refusalOf = ({ kind, problems }: Refusal): HttpRefusal => ({ status: statusOf[kind], problems });

async function readInput<P, Q, B>(
  { params, query, body, maxBytes = defaultMaxBytes, admit }: Omit<RouteDefinition<P, Q, B, unknown>, "answer">,
  context: ServiceContext,
  request: Request,
  given: NonNullable<GivenNames>,
): Promise<Result<RouteInput<P, Q, B>, HttpRefusal>> {
  // Postgres keeps no U+0000, so nothing has such a name; the schema of a name need not say so.
  const nameless = Object.values(given).some((value) => [value].flat().some((one) => one?.includes("\0")));
  const found = params ? validate(params, given) : ok(undefined as P);
  if (nameless || !found.ok) return fail(httpRefusal(404, "api.notFound"));
  const asked = query ? validate(query, queryOf(request.url), { coerce: true }) : ok(undefined as Q);
  if (!asked.ok) return fail({ status: 422, problems: asked.error });
  if (!body) return ok({ params: found.value, query: asked.value, body: undefined as B });
  if (admit && mayBeLarge(request)) {
    const admitted = await admit(context, found.value);
    if (!admitted.ok) return fail(refusalOf(admitted.error));
  }
  const { db, actor, now } = context;
  const read = await readJson(request, {
    maxBytes,
    admit: async (bytes) =>
      bytes > largeBytes ? within(db, { key: `large:${actor.accountId}`, perMinute: largeBodiesPerMinute, now }) : undefined,
  });
  if (!read.ok) return read;
  const sent = validate(body, read.value);
  if (!sent.ok) return fail({ status: 422, problems: sent.error });
  return ok({ params: found.value, query: asked.value, body: sent.value });
}

/** Whether a body is said to be large, or nothing is said of its size. */
const mayBeLarge = (request: Request): boolean => !(Number(request.headers.get("content-length") ?? Number.NaN) <= largeBytes);

/** A name that is given twice counts once, by its last value; characters that Postgres cannot keep are dropped. */
const queryOf = (url: string): Record<string, string> =>
  Object.fromEntries([...new URL(url).searchParams].map(([name, value]) => [name, value.replaceAll("\0", "").normalize("NFC")]));

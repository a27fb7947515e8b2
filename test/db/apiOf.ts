import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { encode } from "next-auth/jwt";
import { expect } from "vitest";
import { everyRoute } from "@/app/api/v1/openapi.json/everyRoute";
import { openSession } from "@/lib/auth/sessions";
import type { Connection } from "@/lib/db";
import type { RouteHandler } from "@/lib/http/defineRoute";
import { openApiDocument } from "@/lib/http/openApi";

const address = "http://127.0.0.1:3000";

const ajv = addFormats(new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true, allErrors: true }));
const problemSchema = ajv.compile(
  (openApiDocument([], { version: "0" }) as unknown as { components: { schemas: { Problem: object } } }).components.schemas.Problem,
);

/** A request of a browser. */
export interface Call {
  readonly by: string;
  /** `GET /api/v1/reports/{id}`. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly language?: "vi" | "en";
}

const handlerOf = (route: string): RouteHandler => {
  const handler = everyRoute().find(({ definition }) => `${definition.method} ${definition.path}` === route);
  if (!handler) throw new Error(`no route ${route}`);
  return handler;
};

export interface Api {
  /** Calls a handler as a browser's request would, and checks the answer by the schema that describes it. */
  call(call: Call): Promise<Response>;
  /** Expects a refusal in both languages, of this status and headline, that wrote nothing. */
  refused(call: Omit<Call, "language">, status: number, code: string): Promise<void>;
}

/** The API over a test's database. @param accountIdOf id of an account by its name */
export function apiOf({ db, sql, ...connection }: Connection, accountIdOf: (username: string) => string): Api {
  globalThis.bieumauConnection = { db, sql, ...connection };
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two letters or more";
  process.env.NEXTAUTH_URL = address;
  const cookies = new Map<string, string>();

  const cookieOf = async (username: string): Promise<string> => {
    const known = cookies.get(username);
    if (known) return known;
    const accountId = accountIdOf(username);
    const sid = await openSession(db, { accountId, userAgent: "", now: new Date() });
    const cookie = `bieumau.session=${await encode({ token: { sub: accountId, sid }, secret: process.env.NEXTAUTH_SECRET ?? "" })}`;
    cookies.set(username, cookie);
    return cookie;
  };

  const call = async ({ by, route, params = {}, search = "", body, raw, language = "vi" }: Call): Promise<Response> => {
    const handler = handlerOf(route);
    const path = handler.definition.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const response = await handler(
      new Request(`${address}${path}${search}`, {
        method: handler.definition.method,
        headers: {
          host: "127.0.0.1:3000",
          origin: address,
          cookie: `${await cookieOf(by)}; bieumau.locale=${language}`,
          "accept-language": language,
          ...(body === undefined && raw === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
      }),
      { params: Promise.resolve(params) },
    );
    if (response.status >= 400) {
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      const told = await response.clone().json();
      if (!problemSchema(told)) throw new Error(`a problem that is not as described: ${JSON.stringify(problemSchema.errors)}`);
      return response;
    }
    const { answer } = handler.definition;
    expect([route, response.status]).toEqual([route, answer.status]);
    if (answer.schema) {
      const check = ajv.compile(answer.schema.json);
      if (!check(await response.clone().json()))
        throw new Error(`${route} answers not as described: ${JSON.stringify(check.errors?.slice(0, 3))}`);
    }
    return response;
  };

  /** Every row of every table, but for counts of requests and sessions, which every request writes. */
  const everything = async (): Promise<string> => {
    const tables = await sql<{ name: string }[]>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename not in ('rate_counts', 'sessions') order by 1`;
    const rows = [];
    for (const { name } of tables)
      rows.push(name, ...(await sql.unsafe(`select to_jsonb(t)::text as row from ${name} t order by 1`)).map(({ row }) => row));
    return rows.join("\n");
  };

  const refused: Api["refused"] = async (made, status, code) => {
    const before = await everything();
    const details = new Map<string, string>();
    for (const language of ["vi", "en"] as const) {
      await sql`update accounts set locale = ${language}`;
      const response = await call({ ...made, language });
      const problem = await response.clone().json();
      expect([response.status, problem.code]).toEqual([status, code]);
      for (const { message, code } of problem.problems) {
        // A code without a message would show as itself.
        expect(message).not.toContain(code);
        expect(message).not.toBe("");
      }
      details.set(language, problem.detail);
    }
    await sql`update accounts set locale = 'vi'`;
    expect(details.get("vi")).not.toBe(details.get("en"));
    expect(await everything()).toBe(before);
  };

  return { call, refused };
}

/** Status, headline and details of a refusal. */
export const told = async (response: Response) => {
  const { code, problems } = await response.json();
  return [response.status, code, ...problems.slice(1).map(({ code, at }: { code: string; at: string }) => `${code} ${at}`)];
};

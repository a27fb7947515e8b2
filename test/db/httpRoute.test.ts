import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openSession } from "@/lib/auth/sessions";
import { accounts, rateCounts, sessions } from "@/lib/db";
import { json, noContent } from "@/lib/http/answer";
import { costlyPerMinute, defineRoute, largeBodiesPerMinute, largeBytes, requestsPerMinute } from "@/lib/http/defineRoute";
import { log } from "@/lib/http/log";
import { id, integer, object, optional, text } from "@/lib/http/schema";
import { fail, ok } from "@/lib/result";
import { testDatabase } from "./testDatabase";

const database = await testDatabase();
const { db } = database;
const secret = "a secret of thirty-two letters or more";
globalThis.bieumauConnection = database;
process.env.NEXTAUTH_SECRET = secret;
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";

const signedIn = async (username: string, fields: Partial<typeof accounts.$inferInsert> = {}) => {
  const [account] = await db
    .insert(accounts)
    .values({ username, displayName: username, passwordHash: "", mustChangePassword: false, ...fields })
    .returning();
  if (!account) throw new Error("no account");
  const sessionId = await openSession(db, { accountId: account.id, userAgent: "", now: new Date() });
  return { accountId: account.id, cookie: `bieumau.session=${await encode({ token: { sub: account.id, sid: sessionId }, secret })}` };
};

const route = defineRoute(
  {
    method: "POST",
    path: "/api/v1/things/{thingId}",
    tag: "things",
    summary: "A thing",
    params: object({ thingId: id() }),
    query: object({ page: optional(integer({ min: 1 })) }),
    body: object({ name: text({ max: 20 }) }),
    maxBytes: 500,
    answer: json(object({ name: text(), page: integer(), by: text() }), 201),
  },
  async ({ actor }, { body, query }) => {
    if (body.name === "đã có")
      return fail({
        kind: "conflict",
        problems: [{ code: "auth.account.nameTaken", params: { username: "x" }, at: "/name", severity: "error" }],
      });
    if (body.name === "hỏng") throw new Error("defect");
    return ok({ name: body.name, page: query.page ?? 1, by: actor.username });
  },
);
const thingId = "7b1c3f4e-1111-4222-8333-944445555666";

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("nguyen")).cookie;
});

const call = (
  {
    body = JSON.stringify({ name: "Cái Khế" }) as BodyInit,
    headers = {},
    search = "",
    thing = thingId,
  }: { body?: BodyInit; headers?: Record<string, string>; search?: string; thing?: string } = {},
  handler = route,
) =>
  handler(
    new Request(`http://127.0.0.1:3000/api/v1/things/${thing}${search}`, {
      method: "POST",
      body,
      duplex: "half",
      headers: { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", "content-type": "application/json", cookie, ...headers },
    } as RequestInit),
    { params: Promise.resolve({ thingId: thing }) },
  );
const told = async (response: Response) => {
  const { code, problems } = await response.json();
  return `${response.status} ${code} ${problems[0].at}`.trim();
};

describe("a route of the API", () => {
  it("gives the use case a checked input and the actor, and answers as it is defined", async () => {
    const response = await call({ search: "?page=3", body: JSON.stringify({ name: "Cái Khế".normalize("NFD") }) });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ name: "Cái Khế".normalize("NFC"), page: 3, by: "nguyen" });
  });

  it("answers at a path without names, for which Next gives no params at all", async () => {
    const nameless = defineRoute(
      { method: "POST", path: "/api/v1/things", tag: "things", summary: "A thing", body: object({ name: text() }), answer: noContent() },
      async () => ok(undefined),
    );
    const asNextCalls = (request: Request) => nameless(request, { params: Promise.resolve(undefined) });
    const response = await call({}, Object.assign(asNextCalls, { definition: nameless.definition }));
    expect(response.status).toBe(204);
  });

  it("refuses before anything is read: a foreign origin, no session, a session that was made up", async () => {
    expect(await told(await call({ headers: { origin: "https://evil.example" } }))).toBe("403 api.foreignOrigin");
    expect(await told(await call({ headers: { cookie: "" } }))).toBe("401 api.unauthenticated");
    expect(await told(await call({ headers: { cookie: `${cookie.slice(0, -3)}abc` } }))).toBe("401 api.unauthenticated");
    const foreign = await encode({ token: { sub: thingId, sid: thingId }, secret: "another secret of thirty-two letters" });
    expect(await told(await call({ headers: { cookie: `bieumau.session=${foreign}` } }))).toBe("401 api.unauthenticated");
  });

  it("refuses a session that was revoked a moment ago", async () => {
    const other = await signedIn("tran");
    await db.update(sessions).set({ revokedAt: new Date() });
    expect(await told(await call({ headers: { cookie: other.cookie } }))).toBe("401 api.unauthenticated");
    await db.update(sessions).set({ revokedAt: null });
    expect((await call({ headers: { cookie: other.cookie } })).status).toBe(201);
  });

  it("refuses what does not fit: path 404, query and body 422, no JSON 400, too long 413", async () => {
    expect(await told(await call({ thing: "1; drop table" }))).toBe("404 api.notFound");
    expect(await told(await call({ search: "?page=x" }))).toBe("422 api.wrongType /page");
    expect(await told(await call({ search: "?pages=1" }))).toBe("422 api.unknownProperty /pages");
    expect(await told(await call({ body: JSON.stringify({ nam: "x" }) }))).toMatch(/^422 api\.(required|unknownProperty)/);
    expect(await told(await call({ body: "{" }))).toBe("400 api.notJson");
    expect(await told(await call({ body: JSON.stringify({ name: "x".repeat(600) }) }))).toBe("413 api.bodyTooLarge");
    expect(await told(await call({ headers: { "content-type": "text/plain" } }))).toBe("415 api.notJsonType");
  });

  it("refuses five megabytes at the default limit, in a sentence", async () => {
    const wide = defineRoute(
      { method: "POST", path: "/api/v1/wide", tag: "things", summary: "Wide", body: object({ name: text() }), answer: noContent() },
      async () => ok(undefined),
    );
    const response = await call({ body: JSON.stringify({ name: "x".repeat(5 * 1024 * 1024) }) }, wide);
    expect(response.status).toBe(413);
    expect((await response.json()).detail).toBe("Nội dung gửi lên vượt quá 1.024 KB.");
  });

  it("asks whether somebody may write before it reads a large body, and not for a small one", async () => {
    const asked: string[] = [];
    const guarded = defineRoute(
      {
        method: "POST",
        path: "/api/v1/guarded/{thingId}",
        tag: "things",
        summary: "Guarded",
        params: object({ thingId: id() }),
        body: object({ name: text() }),
        admit: async (_, params) => {
          asked.push(params.thingId);
          return fail({ kind: "forbidden", problems: [{ code: "library.notYours", params: {}, at: "", severity: "error" }] });
        },
        answer: noContent(),
      },
      async () => ok(undefined),
    );
    const unread = new ReadableStream({ pull: () => Promise.reject(new Error("was read")) }, { highWaterMark: 0 });
    expect(await told(await call({ body: unread }, guarded))).toBe("403 library.notYours");
    expect(asked).toEqual([thingId]);
    expect((await call({ headers: { "content-length": "21" } }, guarded)).status).toBe(204);
    expect(asked).toHaveLength(1);
  });

  it("counts large bodies of an account by themselves, before they are taken apart", async () => {
    const busy = await signedIn("nhieu");
    const wide = defineRoute(
      { method: "POST", path: "/api/v1/wide", tag: "things", summary: "Wide", body: object({ name: text() }), answer: noContent() },
      async () => ok(undefined),
    );
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    for (const at of [minute, new Date(minute.getTime() + 60_000)]) {
      await db.insert(rateCounts).values({ key: `large:${busy.accountId}`, minute: at, count: largeBodiesPerMinute });
    }
    const large = `{"name": "no end of it ${" ".repeat(largeBytes)}`;
    expect(await told(await call({ body: large, headers: { cookie: busy.cookie } }, wide))).toBe("429 api.throttled");
    expect((await call({ headers: { cookie: busy.cookie } }, wide)).status).toBe(204);
    expect(await told(await call({ body: large }, wide))).toBe("400 api.notJson");
  });

  it("has a rate of its own where it is costly, for each account", async () => {
    const costly = defineRoute(
      { method: "POST", path: "/api/v1/costly", tag: "things", summary: "Costly", costly: true, answer: noContent() },
      async () => ok(undefined),
    );
    const busy = await signedIn("kim");
    const minute = Math.floor(Date.now() / 60_000) * 60_000;
    // The minute may turn while the test runs.
    for (const at of [new Date(minute), new Date(minute + 60_000)]) {
      await db.insert(rateCounts).values({ key: `costly:${busy.accountId}`, minute: at, count: costlyPerMinute });
    }
    expect(await told(await call({ headers: { cookie: busy.cookie } }, costly))).toBe("429 api.throttled");
    expect((await call({ headers: { cookie: busy.cookie } })).status).toBe(201);
    expect((await call({}, costly)).status).toBe(204);
  });

  it("has nothing of a name that the database cannot keep", async () => {
    const named = defineRoute(
      {
        method: "POST",
        path: "/api/v1/named/{thingId}",
        tag: "things",
        summary: "Named",
        params: object({ thingId: text() }),
        answer: noContent(),
      },
      async () => ok(undefined),
    );
    expect(await told(await call({ thing: "a\0b" }, named))).toBe("404 api.notFound");
    expect((await call({ thing: "ab" }, named)).status).toBe(204);
  });

  it("tells a refusal as problem+json in the language of the account", async () => {
    const english = await signedIn("le", { locale: "en" });
    const body = JSON.stringify({ name: "đã có" });
    const response = await call({ body, headers: { cookie: english.cookie, "accept-language": "vi" } });
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(response.headers.get("content-language")).toBe("en");
    expect(await response.json()).toMatchObject({
      type: "urn:bieumau:problem:auth.account.nameTaken",
      title: "The data has changed",
      status: 409,
      code: "auth.account.nameTaken",
      problems: [{ code: "auth.account.nameTaken", at: "/name", severity: "error", params: { username: "x" } }],
    });
    const vietnamese = await (await call({ body })).json();
    expect(vietnamese.detail).toContain("Đã có tài khoản tên x.");
  });

  it("tells whoever is not signed in by cookie, then Accept-Language", async () => {
    const detail = async (headers: Record<string, string>) => (await call({ headers })).headers.get("content-language");
    expect(await detail({ cookie: "locale=en" })).toBe("en");
    expect(await detail({ cookie: "", "accept-language": "en-GB,en;q=0.9" })).toBe("en");
    expect(await detail({ cookie: "" })).toBe("vi");
  });

  it("tells a defect by the id that the log has, and nothing of its inside", async () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const response = await call({ body: JSON.stringify({ name: "hỏng" }) });
    const problem = await response.json();
    expect(response.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("defect");
    expect(logged).toHaveBeenCalledOnce();
    const fields = logged.mock.calls[0]?.[0] as { requestId: string };
    expect(problem.instance).toBe(`urn:uuid:${fields.requestId}`);
    expect(JSON.stringify(fields)).not.toContain("hỏng");
    logged.mockRestore();
  });

  it("lets an account that must change its password do only that", async () => {
    const fresh = await signedIn("moi", { mustChangePassword: true });
    expect(await told(await call({ headers: { cookie: fresh.cookie } }))).toBe("403 api.passwordChangeFirst");
    const open = defineRoute(
      { method: "POST", path: "/api/v1/open", tag: "things", summary: "Open", beforePasswordChange: true, answer: noContent() },
      async () => ok(undefined),
    );
    expect((await call({ headers: { cookie: fresh.cookie } }, open)).status).toBe(204);
  });

  it("makes an account wait that asks too often, by counts that every instance shares", async () => {
    const busy = await signedIn("ban");
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    for (const at of [minute, new Date(minute.getTime() + 60_000)]) {
      await db.insert(rateCounts).values({ key: `account:${busy.accountId}`, minute: at, count: requestsPerMinute - 1 });
    }
    expect((await call({ headers: { cookie: busy.cookie } })).status).toBe(201);
    const response = await call({ headers: { cookie: busy.cookie } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call()).status).toBe(201);
  });
});

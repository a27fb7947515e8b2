import { createRequire } from "node:module";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { hashPassword } from "@/lib/auth";
import { limits } from "@/lib/auth/throttle";
import { accounts, type Connection, signInFailures } from "@/lib/db";
import { log } from "@/lib/http";
import { testDatabase } from "./testDatabase";

/** next-auth asks Next for the cookies and headers of the request at hand, past the request; here they are these. */
const jar = new Map<string, string>();
const sentHeaders = new Headers();
Object.assign(createRequire(import.meta.url)("next/headers"), {
  cookies: async () => ({ getAll: () => [...jar].map(([name, value]) => ({ name, value: decodeURIComponent(value) })) }),
  headers: async () => sentHeaders,
});

const origin = "http://127.0.0.1:3000";
process.env.NEXTAUTH_SECRET = "a secret of thirty-two letters or more";
process.env.NEXTAUTH_URL = origin;

const database = await testDatabase();
const { db } = database;
const password = "mưa rơi trên bến ninh kiều";
beforeAll(async () => {
  globalThis.bieumauConnection = database;
  await db.insert(accounts).values({ username: "nguyen.a", displayName: "A", passwordHash: await hashPassword(password) });
});

/** Keeps what a browser would. */
const keep = (response: Response): Response => {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  }
  return response;
};
const call = (method: "GET" | "POST", path: readonly string[], body?: URLSearchParams): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { host: "127.0.0.1:3000", origin, cookie, "x-forwarded-for": "203.0.113.7" };
  for (const [name, value] of Object.entries(headers)) sentHeaders.set(name, value);
  const request = new Request(`${origin}/api/auth/${path.join("/")}`, { method, headers, ...(body ? { body } : {}) });
  return (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ nextauth: [...path] }) }).then(keep);
};
/** What the page is told: the fault, or undefined when signed in. */
const attempt = async (username: string, typed: string) => {
  const { csrfToken } = await (await call("GET", ["csrf"])).json();
  const body = new URLSearchParams({ username, password: typed, csrfToken, json: "true" });
  const { url } = await (await call("POST", ["callback", "credentials"], body)).json();
  return new URL(url).searchParams.get("error") ?? undefined;
};

describe("the door of signing in", () => {
  it("says of a name or password with characters that Postgres refuses that they are wrong, and no more", async () => {
    expect(await attempt("a\0b", password)).toBe("wrongPassword");
    expect(await attempt("nguyen.a", "a\0b")).toBe("wrongPassword");
  });

  it("tells nothing of a fault of the database but that it is one, and logs it without values", async () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const cause = Object.assign(new Error("bí mật"), { severity: "ERROR", code: "53300" });
    const failing = { transaction: () => Promise.reject(new Error("Failed query: select bí mật", { cause })) };
    globalThis.bieumauConnection = {
      ...database,
      db: new Proxy(db, { get: (target, name) => Reflect.get(failing, name) ?? Reflect.get(target, name) }),
    } satisfies Connection;
    expect(await attempt("nguyen.a", password)).toBe("unavailable");
    globalThis.bieumauConnection = database;
    expect(JSON.stringify(logged.mock.calls)).toContain("53300");
    expect(JSON.stringify(logged.mock.calls)).not.toContain("bí mật");
    logged.mockRestore();
  });

  it("knows a device after a right password, which a stranger's wrong ones then do not shut out", async () => {
    expect(await attempt("nguyen.a", "sai")).toBe("wrongPassword");
    expect(jar.has("bieumau.device")).toBe(false);
    expect(await attempt("nguyen.a", password)).toBeUndefined();
    expect(jar.has("bieumau.session")).toBe(true);
    const device = jar.get("bieumau.device") ?? "";
    expect(device).not.toBe("");

    const wrong = Array.from({ length: limits.name }, (_, n) => ({ username: "nguyen.a", address: `198.51.100.${n}` }));
    await db.insert(signInFailures).values(wrong);
    jar.clear();
    expect(await attempt("nguyen.a", password)).toMatch(/^locked /);
    jar.set("bieumau.device", device);
    expect(await attempt("nguyen.a", password)).toBeUndefined();
  });

  it("is shut to other sites' pages, and takes no lines for the log", async () => {
    const foreign = new Request(`${origin}/api/auth/signout`, {
      method: "POST",
      headers: { host: "127.0.0.1:3000", origin: "https://evil.example" },
    });
    expect((await POST(foreign, { params: Promise.resolve({ nextauth: ["signout"] }) })).status).toBe(403);
    for (const path of [["_log"], ["_log", "x"]]) expect((await call("POST", path, new URLSearchParams({ code: "x" }))).status).toBe(404);
  });
});

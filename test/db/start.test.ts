import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { verifyPassword } from "@/lib/auth";
import { testDatabase } from "./testDatabase";

const { sql, url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "bieumau-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = "a-secret-of-thirty-two-characters-and-more";

/** Runs `npm start` to its end, on a data folder of the test's. */
function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["lib/start/start.mjs", ...args], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", BIEUMAU_DATA: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

describe("npm start stops with a sentence in both languages", () => {
  it("when a database is given without a secret", async () => {
    const { code, output } = await start([], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(output).toContain("thì phải khai báo NEXTAUTH_SECRET");
    expect(output).toContain("NEXTAUTH_SECRET is required");
  });

  it("when the secret is too short to be one", async () => {
    const { code, output } = await start([], { DATABASE_URL: url, NEXTAUTH_SECRET: "short" });
    expect(code).toBe(1);
    expect(output).toContain("NEXTAUTH_SECRET is too short");
  });

  it("when the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => taken.once("listening", done));
    const place = taken.address();
    const port = typeof place === "object" && place ? place.port : 0;
    const { code, output } = await start([], { PORT: `${port}`, DATABASE_URL: url, NEXTAUTH_SECRET: secret });
    taken.close();
    expect(code).toBe(1);
    expect(output).toContain(`Cổng ${port} đang có chương trình khác sử dụng`);
    expect(output).toContain(`Port ${port} is in use by another program`);
  });

  it.each(["0", "70000", "abc"])("when PORT=%s is no port", async (port) => {
    const { code, output } = await start([], { PORT: port, DATABASE_URL: url, NEXTAUTH_SECRET: secret });
    expect(code).toBe(1);
    expect(output).toContain(`PORT=${port} is no port number`);
  });

  it("when the number of trusted proxies is none", async () => {
    const { code, output } = await start([], { BIEUMAU_TRUSTED_PROXIES: "all", DATABASE_URL: url, NEXTAUTH_SECRET: secret });
    expect(code).toBe(1);
    expect(output).toContain("BIEUMAU_TRUSTED_PROXIES=all is no number of proxies");
  });

  it("when it does not know an argument", async () => {
    const { code, output } = await start(["--fast"], {});
    expect(code).toBe(1);
    expect(output).toContain("Unknown argument --fast");
  });

  it("when the given database cannot be reached, and does not show its password", async () => {
    const { code, output } = await start(["--create-admin", "an"], { DATABASE_URL: "postgres://u:hidden-password@127.0.0.1:1/x" });
    expect(code).toBe(1);
    expect(output).toContain("The database 127.0.0.1:1/x cannot be reached");
    expect(output).not.toContain("hidden-password");
  });
});

describe("npm start -- --create-admin NAME", () => {
  it("makes the first administrator of an empty given database, who must change the password, and no sample", async () => {
    const { code, output } = await start(["--create-admin", "an.nguyen"], { DATABASE_URL: url });
    expect(code).toBe(0);
    const password = /sign-in: (\S+)/.exec(output)?.[1] ?? "";
    const rows = await sql`
      select username, must_change_password, password_hash, role, units.level,
             password_expires_at - now() between '71 hours' and '72 hours' as expires
      from accounts join account_roles on account_id = accounts.id join units on units.id = unit_id`;
    expect(rows).toMatchObject([{ username: "an.nguyen", must_change_password: true, role: "admin", level: "city", expires: true }]);
    expect(await verifyPassword(rows[0]?.password_hash, password)).toBe(true);
    expect(await sql`select from audit_events where action = 'account.createFirst'`).toHaveLength(1);
  });

  it("refuses a name that is taken", async () => {
    const { code, output } = await start(["--create-admin", "an.nguyen"], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(output).toContain("The account an.nguyen exists already");
  });

  it("refuses a name that is none", async () => {
    const { code, output } = await start(["--create-admin", "An Nguyễn"], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(output).toContain("is no account name");
  });
});

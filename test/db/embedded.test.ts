import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "@/lib/db";
import { type EmbeddedServer, startEmbedded } from "@/lib/db/server";

let folder: string;
let server: EmbeddedServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bieumau-embedded-"));
});
afterEach(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const passwordOf = (url: string) => new URL(url).password;
const start = async (): Promise<EmbeddedServer> => {
  server = await startEmbedded({ dataFolder: folder, durability: "none" });
  return server;
};
/** Who a server takes us for, or the code of its refusal. */
const asked = async (url: string): Promise<string> => {
  const { sql, close } = connect(url, { max: 1 });
  try {
    const [row] = await sql`select current_user as name, usesuper as super from pg_user where usename = current_user`;
    return `${row?.name}${row?.super ? ", who may do anything" : ""}`;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "?";
  } finally {
    await close();
  }
};
const wrongPassword = "28P01";

it("gives the application a password that does not open the superuser's door, nor the other way round", async () => {
  const { url, adminUrl } = await start();
  expect(await asked(url)).toBe("bieumau");
  expect(await asked(adminUrl)).toBe("postgres, who may do anything");
  expect(await asked(adminUrl.replace(passwordOf(adminUrl), passwordOf(url)))).toBe(wrongPassword);
  expect(await asked(url.replace(passwordOf(url), passwordOf(adminUrl)))).toBe(wrongPassword);
  expect(statSync(join(folder, "server.json")).mode & 0o777).toBe(0o600);
});

it("changes the application's password in a folder of before, which had one for both", async () => {
  const first = await start();
  await first.stop();
  const file = join(folder, "server.json");
  const { ownerPassword, ...before } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(before));

  const { url, adminUrl } = await start();
  expect(passwordOf(adminUrl)).toBe(before.password);
  expect(passwordOf(url)).not.toBe(ownerPassword);
  expect(await asked(url)).toBe("bieumau");
  expect(await asked(url.replace(passwordOf(url), before.password))).toBe(wrongPassword);
  expect(await asked(url.replace(passwordOf(url), ownerPassword))).toBe(wrongPassword);
});

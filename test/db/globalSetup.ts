import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate, startEmbedded } from "@/lib/db/server";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address, and the migrated database that tests copy. */
    databaseServer: { readonly url: string; readonly template: string };
  }
}

/** One server for the run (`TEST_DATABASE_URL`, else an embedded one), with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), "bieumau-test-"));
  const server = given ? undefined : await startEmbedded({ dataFolder: folder, durability: "none" });
  const url = given ?? server?.adminUrl ?? "";
  const template = `bieumau_template_${process.pid}`;

  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`drop database if exists ${template} with (force)`);
  await sql.unsafe(`create database ${template}`);
  await migrate(Object.assign(new URL(url), { pathname: `/${template}` }).href);
  project.provide("databaseServer", { url, template });

  return async () => {
    await sql.unsafe(`drop database if exists ${template} with (force)`);
    await sql.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

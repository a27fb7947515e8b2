import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import postgres from "postgres";
import { describe, expect, inject, it } from "vitest";
import { connect } from "@/lib/db";
import * as schema from "@/lib/db/schema";
import { migrate } from "@/lib/db/server";
import { testDatabase } from "./testDatabase";

const { sql } = await testDatabase();
const { entries } = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")) as {
  readonly entries: readonly { readonly idx: number }[];
};

describe("migrations", () => {
  it("are generated from the schema as it stands (npm run db:generate)", async () => {
    const newest = String(entries.at(-1)?.idx).padStart(4, "0");
    const generated = JSON.parse(readFileSync(`drizzle/meta/${newest}_snapshot.json`, "utf8"));
    expect(await generateMigration(generated, generateDrizzleJson({ ...schema }, generated.id))).toEqual([]);
  });
});

describe("migrate", () => {
  it("lets instances that start together take turns, and does nothing the second time", async () => {
    const server = inject("databaseServer");
    const admin = postgres(server.url, { max: 1 });
    const name = `bieumau_race_${process.pid}`;
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    await admin.unsafe(`create database ${name}`);
    try {
      await Promise.all([migrate(url), migrate(url), migrate(url)]);
      await migrate(url);
      const { sql: migrated, close } = connect(url);
      expect(await migrated`select count(*)::int from drizzle.__drizzle_migrations`).toEqual([{ count: entries.length }]);
      await close();
    } finally {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    }
  });
});

describe("tables of history", () => {
  it.each(["cell_changes", "report_events", "report_snapshots", "audit_events", "draft_steps"])(
    "%s refuses update, delete and truncate",
    async (table) => {
      await expect(sql.unsafe(`delete from ${table}`)).rejects.toThrow(`${table} is append-only: delete is refused`);
      await expect(sql.unsafe(`truncate ${table} cascade`)).rejects.toThrow(`${table} is append-only: truncate is refused`);
      const column =
        table === "report_snapshots" ? "hash" : table === "cell_changes" ? "at" : table === "draft_steps" ? "client_id" : "action";
      await expect(sql.unsafe(`update ${table} set "${column}" = 'x'`)).rejects.toThrow(`${table} is append-only: update is refused`);
    },
  );

  it("take new rows", async () => {
    await sql`insert into audit_events (action, subject) values ('test', 'nothing')`;
    expect(await sql`select action, detail from audit_events`).toEqual([{ action: "test", detail: {} }]);
  });
});

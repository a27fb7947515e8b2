import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { type Connection, connect } from "@/lib/db";

/**
 * A migrated, empty database of this test file's own, dropped after its last test. Call it once, at the top or in
 * `beforeAll`:
 *
 *     const database = await testDatabase();
 */
export async function testDatabase(): Promise<Connection & { readonly url: string }> {
  const server = inject("databaseServer");
  const name = `bieumau_test_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template ${server.template}`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const connection = connect(url);
  afterAll(async () => {
    await connection.close();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return { ...connection, url };
}

import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number that no other program locks; both instances of a rolling start wait on it. */
const migrationLock = 8_510_412;

/**
 * Brings a database to the newest schema. Instances that start together take turns (advisory lock); each migration is a
 * transaction. Must run from the project's folder, where `drizzle/` lies.
 */
export async function migrate(url: string, folder = join(process.cwd(), "drizzle")): Promise<void> {
  // One connection: the lock belongs to the session.
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

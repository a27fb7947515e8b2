import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

export {
  besidesOf,
  type DutyGroup,
  dutiesOf,
  type Extreme,
  extremesOf,
  numbersAt,
  type Place,
  type ReportSelection,
  reportIdsOf,
  sumChunks,
  weightedSums,
} from "./aggregate";
export * from "./schema";

/** The database as services see it: tables and columns of `schema.ts`, transactions by `db.transaction`. */
export type Database = PostgresJsDatabase<typeof schema>;

export interface Connection {
  readonly db: Database;
  /** The driver itself, for statements that drizzle has no words for. */
  readonly sql: postgres.Sql;
  /** Waits for running statements (5 s at most), then closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens a pool on a server; nothing is connected before the first statement.
 * @param max connections of the pool, 10 unless said otherwise
 */
export function connect(url: string, { max = 10 }: { readonly max?: number } = {}): Connection {
  const sql = postgres(url, { max, onnotice: () => undefined, connection: { application_name: "bieumau", TimeZone: "UTC" } });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

declare global {
  /** The pool outlives reloads of modules in development, hence its place here. */
  var bieumauConnection: Connection | undefined;
}

/**
 * The pool of this process, made at the first call from `DATABASE_URL`. `npm start` sets it for its own server too.
 * @throws when the variable is missing: the process was started past `npm start`
 */
export function getDatabase(): Database {
  globalThis.bieumauConnection ??= connect(databaseUrl());
  return globalThis.bieumauConnection.db;
}

/** Address of the database of this process. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start with `npm start` or `npm run dev`, which run a server of their own");
  return url;
}

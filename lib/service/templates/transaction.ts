import type { Database } from "@/lib/db";

/** The database within a transaction. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

import { lt, sql } from "drizzle-orm";
import { type Database, rateCounts } from "@/lib/db";

const minuteMs = 60_000;
/** Counts older than this are of no use any more. */
const keptMs = 10 * minuteMs;

export interface RateLimit {
  /** What is counted: `account:<id>`, `large:<id>`. */
  readonly key: string;
  readonly perMinute: number;
  readonly now: Date;
}

/**
 * Counts a request in its minute, in the database that all instances share.
 * @returns seconds to wait where the limit is passed, else undefined
 */
export async function countRequest(db: Database, { key, perMinute, now }: RateLimit): Promise<number | undefined> {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const [row] = await db
    .insert(rateCounts)
    .values({ key, minute, count: 1 })
    .onConflictDoUpdate({ target: [rateCounts.key, rateCounts.minute], set: { count: sql`${rateCounts.count} + 1` } })
    .returning({ count: rateCounts.count });
  const count = row?.count ?? 1;
  // The first request of a key in a minute sweeps, so that the table stays as small as its users are few.
  if (count === 1) await db.delete(rateCounts).where(lt(rateCounts.minute, new Date(now.getTime() - keptMs)));
  return count > perMinute ? Math.max(1, Math.ceil((minute.getTime() + minuteMs - now.getTime()) / 1000)) : undefined;
}

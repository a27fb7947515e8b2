import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { accounts, cellChanges, type Database } from "@/lib/db";

/** What became of one address since a revision. */
export interface ChangeSince {
  /** Value of a cell at that revision; null for sections and lists of entries, whose former texts nobody asks for. */
  readonly base: unknown;
  /** Who changed it last, from which window. */
  readonly accountId: string;
  readonly clientId: string | null;
  readonly by: string;
  readonly changedAt: Date;
}

/**
 * What the log has after a revision, by address, in the order in which addresses were first changed. The database
 * reduces it to one row an address: the log only grows, the report does not.
 */
export async function changesSince(
  db: Pick<Database, "select" | "selectDistinctOn">,
  reportId: string,
  revision: number,
): Promise<ReadonlyMap<string, ChangeSince>> {
  const since = and(eq(cellChanges.reportId, reportId), gt(cellChanges.revision, revision));
  const first = db
    .selectDistinctOn([cellChanges.at], {
      at: cellChanges.at,
      id: cellChanges.id,
      // Not through the column's own decoding, which takes the text "12" for a number.
      base: sql<unknown>`case when ${cellChanges.at} !~ '^[ne]\\.' then ${cellChanges.oldValue} end`.as("base"),
    })
    .from(cellChanges)
    .where(since)
    .orderBy(cellChanges.at, asc(cellChanges.id))
    .as("first");
  const last = db
    .selectDistinctOn([cellChanges.at], {
      at: cellChanges.at,
      accountId: cellChanges.accountId,
      clientId: cellChanges.clientId,
      changedAt: cellChanges.changedAt,
    })
    .from(cellChanges)
    .where(since)
    .orderBy(cellChanges.at, desc(cellChanges.id))
    .as("last");
  const rows = await db
    .select({
      at: first.at,
      base: first.base,
      accountId: last.accountId,
      clientId: last.clientId,
      by: accounts.displayName,
      changedAt: last.changedAt,
    })
    .from(first)
    .innerJoin(last, eq(last.at, first.at))
    .innerJoin(accounts, eq(accounts.id, last.accountId))
    .orderBy(asc(first.id));
  return new Map(rows.map(({ at, ...change }) => [at, change]));
}

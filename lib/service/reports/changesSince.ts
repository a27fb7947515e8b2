import { and, asc, eq, gt } from "drizzle-orm";
import { accounts, cellChanges, type Database } from "@/lib/db";

/** What became of one address since a revision. */
export interface ChangeSince {
  /** Value at that revision. */
  readonly base: unknown;
  /** Who changed it last, from which window. */
  readonly accountId: string;
  readonly clientId: string | null;
  readonly by: string;
  readonly changedAt: Date;
}

/** Everything that the log has after a revision, by address. */
export async function changesSince(
  db: Pick<Database, "select">,
  reportId: string,
  revision: number,
): Promise<ReadonlyMap<string, ChangeSince>> {
  const rows = await db
    .select({
      at: cellChanges.at,
      base: cellChanges.oldValue,
      accountId: cellChanges.accountId,
      clientId: cellChanges.clientId,
      by: accounts.displayName,
      changedAt: cellChanges.changedAt,
    })
    .from(cellChanges)
    .innerJoin(accounts, eq(accounts.id, cellChanges.accountId))
    .where(and(eq(cellChanges.reportId, reportId), gt(cellChanges.revision, revision)))
    .orderBy(asc(cellChanges.id));
  const changes = new Map<string, ChangeSince>();
  for (const { at, ...change } of rows) changes.set(at, { ...change, base: changes.has(at) ? changes.get(at)?.base : change.base });
  return changes;
}

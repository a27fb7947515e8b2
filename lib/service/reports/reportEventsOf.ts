import { asc, eq } from "drizzle-orm";
import { accounts, type Database, reportEvents } from "@/lib/db";
import type { ReportEvent } from "@/lib/service/types";

/** Every act on a report, first to last. */
export async function reportEventsOf(db: Pick<Database, "select">, reportId: string): Promise<readonly ReportEvent[]> {
  const rows = await db
    .select({
      action: reportEvents.action,
      from: reportEvents.fromState,
      to: reportEvents.toState,
      reason: reportEvents.reason,
      by: accounts.displayName,
      at: reportEvents.happenedAt,
      revision: reportEvents.revision,
    })
    .from(reportEvents)
    .innerJoin(accounts, eq(accounts.id, reportEvents.accountId))
    .where(eq(reportEvents.reportId, reportId))
    .orderBy(asc(reportEvents.id));
  // The columns are written by `transitionReport` alone.
  return rows.map(({ at, action, from, to, ...rest }) => ({
    ...rest,
    action: action as ReportEvent["action"],
    from: from as ReportEvent["from"],
    to: to as ReportEvent["to"],
    at: at.toISOString(),
  }));
}

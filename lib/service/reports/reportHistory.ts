import { and, count, desc, eq } from "drizzle-orm";
import { accounts, cellChanges } from "@/lib/db";
import type { CellValue } from "@/lib/form/content";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { ReportHistory } from "@/lib/service/types";
import { reportEventsOf } from "./reportEventsOf";
import { visibleReport } from "./visibleReport";

export interface HistoryQuery {
  /** One cell, section (`n.n1`) or list of entries (`e.l1`) alone. */
  readonly at?: string;
  /** From 1. */
  readonly page?: number;
  /** 1 to 500; 100 where absent. */
  readonly pageSize?: number;
}

/** All acts on a report and the changes of its values, who, when, old and new. Refused: `report.notFound`. */
export async function reportHistory(context: ServiceContext, reportId: string, query: HistoryQuery = {}): Outcome<ReportHistory> {
  const { db } = context;
  const visible = await visibleReport(db, context, reportId, { lock: "none" });
  if (!visible.ok) return visible;
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(500, Math.max(1, Math.trunc(query.pageSize ?? 100)));
  const where = and(eq(cellChanges.reportId, reportId), query.at === undefined ? undefined : eq(cellChanges.at, query.at));
  const [events, rows, [counted]] = await Promise.all([
    reportEventsOf(db, reportId),
    db
      .select({
        at: cellChanges.at,
        old: cellChanges.oldValue,
        new: cellChanges.newValue,
        by: accounts.displayName,
        changedAt: cellChanges.changedAt,
        revision: cellChanges.revision,
      })
      .from(cellChanges)
      .innerJoin(accounts, eq(accounts.id, cellChanges.accountId))
      .where(where)
      .orderBy(desc(cellChanges.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db.select({ total: count() }).from(cellChanges).where(where),
  ]);
  return ok({
    events,
    changes: {
      // Written by `saveReport` alone, from values of these kinds.
      items: rows.map((row) => ({ ...row, old: row.old as CellValue, new: row.new as CellValue, changedAt: row.changedAt.toISOString() })),
      total: counted?.total ?? 0,
      page,
      pageSize,
    },
  });
}

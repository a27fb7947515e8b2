import { and, count, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { accounts, cellChanges, type Database } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { CellChange, ReportHistory } from "@/lib/service/types";
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

/** A change is small, and always told whole, up to so many bytes of JSON. */
const smallBytes = 2000;

/** Larger changes of one page are told whole up to so many bytes together; a single change is never larger. */
const pageBytes = 1_000_000;

/** Characters of an excerpt. */
const excerptLength = 200;

/**
 * All acts on a report and the changes of its values, who, when, old and new. Sections and lists are told whole while
 * the page's are small together, else by an excerpt and their size: a page of one change (`at`, `pageSize: 1`) has it
 * whole. Refused: `report.notFound`.
 */
export async function reportHistory(context: ServiceContext, reportId: string, query: HistoryQuery = {}): Outcome<ReportHistory> {
  const { db } = context;
  const visible = await visibleReport(db, context, reportId, { lock: "none" });
  if (!visible.ok) return visible;
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(500, Math.max(1, Math.trunc(query.pageSize ?? 100)));
  const where = and(eq(cellChanges.reportId, reportId), query.at === undefined ? undefined : eq(cellChanges.at, query.at));
  const [events, items, [counted]] = await Promise.all([
    reportEventsOf(db, reportId),
    changesOf(db, where, { limit: pageSize, offset: (page - 1) * pageSize }),
    db.select({ total: count() }).from(cellChanges).where(where),
  ]);
  return ok({ events, changes: { items, total: counted?.total ?? 0, page, pageSize } });
}

/** One page of changes; what is too large for it does not leave the database. */
async function changesOf(
  db: Pick<Database, "select">,
  where: SQL | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly CellChange[]> {
  const sizeOf = (value: SQLWrapper) => sql`coalesce(octet_length(${value}::text), 0)`;
  const sized = db
    .select({
      id: cellChanges.id,
      at: cellChanges.at,
      oldValue: cellChanges.oldValue,
      newValue: cellChanges.newValue,
      bytes: sql<number>`${sizeOf(cellChanges.oldValue)} + ${sizeOf(cellChanges.newValue)}`.as("bytes"),
      accountId: cellChanges.accountId,
      changedAt: cellChanges.changedAt,
      revision: cellChanges.revision,
    })
    .from(cellChanges)
    .where(where)
    .orderBy(desc(cellChanges.id))
    .limit(limit)
    .offset(offset)
    .as("sized");
  const large = sql`${sized.bytes} > ${smallBytes}`;
  const soFar = sql`sum(${sized.bytes}) filter (where ${large}) over (order by ${sized.id} desc)`;
  const weighed = db
    .select({
      id: sized.id,
      at: sized.at,
      oldValue: sized.oldValue,
      newValue: sized.newValue,
      whole: sql<boolean>`not (${large}) or ${sized.bytes} = ${soFar} or ${soFar} <= ${pageBytes}`.as("whole"),
      accountId: sized.accountId,
      changedAt: sized.changedAt,
      revision: sized.revision,
    })
    .from(sized)
    .as("weighed");
  // Not through the columns' own decoding, which takes the text "12" for a number.
  const told = (value: SQLWrapper) =>
    sql<CellChange["old"]>`case when ${weighed.whole} or ${value} is null then ${value} else ${excerptOf(value)} end`;
  const rows = await db
    .select({
      at: weighed.at,
      old: told(weighed.oldValue),
      new: told(weighed.newValue),
      by: accounts.displayName,
      changedAt: weighed.changedAt,
      revision: weighed.revision,
    })
    .from(weighed)
    .innerJoin(accounts, eq(accounts.id, weighed.accountId))
    .orderBy(desc(weighed.id));
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** The beginning of what a person reads in a value: the texts of a section, the labels of entries. */
const excerptOf = (value: SQLWrapper): SQL => sql`jsonb_build_object(
  'excerpt', left(coalesce((select string_agg(words #>> '{}', ' ') from jsonb_path_query(${value}, 'strict $.** ? (exists(@.text) || exists(@.label)).keyvalue() ? (@.key == "text" || @.key == "label").value') as words), ${value}::text), ${excerptLength}),
  'bytes', octet_length(${value}::text))`;

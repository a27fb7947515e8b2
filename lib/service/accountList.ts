import { and, asc, count, eq, exists, inArray, isNotNull, isNull, like, max, or, type SQL, sql } from "drizzle-orm";
import { standing } from "@/lib/auth";
import type { Role } from "@/lib/auth/actor";
import { accountRoles, accounts, type Database, sessions, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import { foldVietnamese } from "@/lib/unit";
import { administeredUnits, administersAll, mayAdminister } from "./accountAdministration";
import type { Outcome, ServiceContext } from "./context";
import { refuse } from "./refusal";
import type { AccountItem, AccountPage, UnitChoice } from "./types";
import { unitTreeOn } from "./unitTreeOn";

export interface AccountQuery {
  /** Words of the name, the user name or a unit; marks and case do not matter. */
  readonly search?: string;
  readonly role?: Role;
  /** Accounts with a role at this unit or below it. */
  readonly unitId?: string;
  readonly state?: "working" | "retired";
  /** From 1. */
  readonly page?: number;
}

export const accountPageSize = 50;
/** Words of a search that count: each is looked for in every account. */
const mostWords = 8;

/** As `foldVietnamese` of lib/unit, in SQL. */
const folded = (column: typeof accounts.displayName) =>
  sql<string>`replace(lower(regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd')`;

/** The accounts that the actor administers, by user name, a page at a time. */
export async function listAccounts({ db, actor, now }: ServiceContext, query: AccountQuery): Outcome<AccountPage> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const all = administersAll(actor, tree);
  const seen = administeredUnits(actor, tree);
  if (!all && seen.length === 0) return refuse("forbidden", { code: "auth.account.forbidden" });

  const hasRole = (...conditions: (SQL | undefined)[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(accountRoles)
        .innerJoin(units, eq(units.id, accountRoles.unitId))
        .where(and(eq(accountRoles.accountId, accounts.id), ...conditions)),
    );
  const words = foldVietnamese(query.search ?? "")
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, mostWords);
  const conditions = and(
    all ? undefined : hasRole(inArray(accountRoles.unitId, [...seen])),
    query.role ? hasRole(eq(accountRoles.role, query.role)) : undefined,
    query.unitId ? hasRole(inArray(accountRoles.unitId, [query.unitId, ...tree.descendants(query.unitId).map(({ id }) => id)])) : undefined,
    query.state === "retired" ? isNotNull(accounts.retiredAt) : isNull(accounts.retiredAt),
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
      return or(like(accounts.username, pattern), like(folded(accounts.displayName), pattern), hasRole(like(units.folded, pattern)));
    }),
  );

  const page = query.page ?? 1;
  const [counted] = await db.select({ total: count() }).from(accounts).where(conditions);
  const rows = await db
    .select()
    .from(accounts)
    .where(conditions)
    .orderBy(asc(accounts.username))
    .limit(accountPageSize)
    .offset((page - 1) * accountPageSize);
  const items = await withRolesAndSessions(db, rows, now);
  return ok({
    items: items.map((item) => ({
      ...item,
      administrable: mayAdminister(
        actor,
        item.roles.map(({ unit }) => unit.id),
        tree,
      ),
    })),
    total: counted?.total ?? 0,
    page,
    pageSize: accountPageSize,
  });
}

async function withRolesAndSessions(
  db: Database,
  rows: readonly (typeof accounts.$inferSelect)[],
  now: Date,
): Promise<readonly Omit<AccountItem, "administrable">[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [roles, standingCounts, seen] = await Promise.all([
    db
      .select({ accountId: accountRoles.accountId, role: accountRoles.role, unit: { id: units.id, code: units.code, name: units.name } })
      .from(accountRoles)
      .innerJoin(units, eq(units.id, accountRoles.unitId))
      .where(inArray(accountRoles.accountId, ids))
      .orderBy(units.code, accountRoles.role),
    db
      .select({ accountId: sessions.accountId, standing: count() })
      .from(sessions)
      .where(and(inArray(sessions.accountId, ids), standing(now)))
      .groupBy(sessions.accountId),
    db
      .select({ accountId: sessions.accountId, at: max(sessions.lastSeenAt) })
      .from(sessions)
      .where(inArray(sessions.accountId, ids))
      .groupBy(sessions.accountId),
  ]);
  const countOf = new Map(standingCounts.map((row) => [row.accountId, row.standing]));
  const seenOf = new Map(seen.map((row) => [row.accountId, row.at]));
  return rows.map(({ id, username, displayName, position, mustChangePassword, retiredAt }) => ({
    id,
    username,
    displayName,
    position,
    roles: roles.filter(({ accountId }) => accountId === id).map(({ role, unit }) => ({ role, unit })),
    mustChangePassword,
    retiredAt: retiredAt?.toISOString() ?? null,
    lastSeenAt: seenOf.get(id)?.toISOString() ?? null,
    sessions: countOf.get(id) ?? 0,
  }));
}

/** The units at which the actor may give roles, parents before children, each with those above it. */
export async function listAdministeredUnits({ db, actor, now }: ServiceContext): Outcome<readonly UnitChoice[]> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  return ok(
    administeredUnits(actor, tree).flatMap((unitId) => {
      const unit = tree.unit(unitId);
      return unit ? [{ id: unit.id, code: unit.code, name: unit.name, above: tree.ancestors(unitId).map(({ name }) => name) }] : [];
    }),
  );
}

import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { accountRoles, accounts, type Database, sessions } from "@/lib/db";
import type { Actor } from "./actor";
import type { SessionToken } from "./sessionToken";

const hour = 3_600_000;
/** A session ends after so long without a request… */
export const idleMs = 12 * hour;
/** …and after so long in any case. */
export const lifetimeMs = 7 * 24 * hour;
/** How stale `last_seen_at` may get before a request writes it again. */
const seenEveryMs = 60_000;

/** A session that stands, and who it is. */
export interface SignedIn {
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

type Store = Pick<Database, "select" | "insert" | "update">;

/** Opens a session. @returns its id */
export async function openSession(
  db: Store,
  { accountId, userAgent, now }: { readonly accountId: string; readonly userAgent: string; readonly now: Date },
): Promise<string> {
  const [row] = await db
    .insert(sessions)
    .values({
      accountId,
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error("insert into sessions returned no row");
  return row.id;
}

/** Conditions under which a session stands at a moment. */
export const standing = (now: Date) =>
  and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - idleMs)));

/** Who a token stands for: looked up at every request, so that a revoked session ends at once. */
export async function checkSession(db: Database, token: SessionToken | undefined, now: Date): Promise<SignedIn | undefined> {
  if (!token) return undefined;
  const rows = await db
    .select({
      accountId: accounts.id,
      username: accounts.username,
      displayName: accounts.displayName,
      locale: accounts.locale,
      mustChangePassword: accounts.mustChangePassword,
      lastSeenAt: sessions.lastSeenAt,
      role: accountRoles.role,
      unitId: accountRoles.unitId,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(accountRoles, eq(accountRoles.accountId, accounts.id))
    .where(and(eq(sessions.id, token.sessionId), eq(accounts.id, token.accountId), isNull(accounts.retiredAt), standing(now)));
  const [first] = rows;
  if (!first) return undefined;
  if (now.getTime() - first.lastSeenAt.getTime() > seenEveryMs) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, token.sessionId));
  }
  const { accountId, username, displayName, locale, mustChangePassword } = first;
  const roles = rows.flatMap(({ role, unitId }) => (role && unitId ? [{ role, unitId }] : []));
  return { actor: { accountId, username, displayName, locale, sessionId: token.sessionId, roles }, mustChangePassword };
}

/** Ends one session of an account. @returns whether it stood */
export async function revokeSession(
  db: Store,
  { accountId, sessionId, now }: { readonly accountId: string; readonly sessionId: string; readonly now: Date },
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId), standing(now)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends all sessions of an account, but for `except`. @returns how many stood */
export async function revokeSessions(
  db: Store,
  { accountId, except, now }: { readonly accountId: string; readonly except?: string; readonly now: Date },
): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.accountId, accountId), standing(now), except ? ne(sessions.id, except) : undefined))
    .returning({ id: sessions.id });
  return ended.length;
}

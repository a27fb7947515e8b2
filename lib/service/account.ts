import { and, desc, eq } from "drizzle-orm";
import {
  admitAttempt,
  checkNewPassword,
  forgetFailures,
  hashPassword,
  revokeSession,
  revokeSessions,
  standing,
  verifyPassword,
} from "@/lib/auth";
import { accountRoles, accounts, auditEvents, sessions, units } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "./context";
import { refuse } from "./refusal";
import type { OwnAccount, SessionItem } from "./types";

/** The actor's own account. */
export async function readOwnAccount({ db, actor }: ServiceContext): Outcome<OwnAccount> {
  const [account] = await db.select({ position: accounts.position }).from(accounts).where(eq(accounts.id, actor.accountId));
  const roles = await db
    .select({ role: accountRoles.role, unit: { id: units.id, code: units.code, name: units.name } })
    .from(accountRoles)
    .innerJoin(units, eq(units.id, accountRoles.unitId))
    .where(eq(accountRoles.accountId, actor.accountId))
    .orderBy(units.code, accountRoles.role);
  const { username, displayName, locale } = actor;
  return ok({ username, displayName, position: account?.position ?? "", locale, roles });
}

/** Chooses the language of screens and messages. */
export async function chooseLanguage({ db, actor }: ServiceContext, { locale }: { readonly locale: "vi" | "en" }): Outcome<undefined> {
  await db.update(accounts).set({ locale }).where(eq(accounts.id, actor.accountId));
  return ok(undefined);
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the actor's own password and ends all other sessions of the account. The present password is asked for and
 * throttled, by this session alone, so that a screen left open neither gives the account away nor locks its owner out.
 */
export async function changePassword(
  { db, actor, now }: ServiceContext,
  { currentPassword, newPassword }: PasswordChange,
): Outcome<undefined> {
  const attempt = { username: actor.username, place: { kind: "session", id: actor.sessionId }, now } as const;
  const until = await admitAttempt(db, attempt);
  if (until)
    return refuse("throttled", { code: "auth.locked", params: { minutes: Math.ceil((until.getTime() - now.getTime()) / 60_000) } });
  const [account] = await db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.accountId));
  if (!account || !(await verifyPassword(account.passwordHash, currentPassword))) {
    return refuse("invalid", { code: "auth.password.wrongCurrent", at: "/currentPassword" });
  }
  await forgetFailures(db, attempt);
  const [fault] = checkNewPassword(newPassword, { username: actor.username });
  if (fault) return refuse("invalid", fault);
  if (newPassword.normalize("NFC") === currentPassword.normalize("NFC")) {
    return refuse("invalid", { code: "auth.password.same", at: "/newPassword" });
  }
  const passwordHash = await hashPassword(newPassword);
  return db.transaction(async (tx) => {
    // Over the hash that was checked, so that of two changes at once the second is told, not silently lost.
    const changed = await tx
      .update(accounts)
      .set({ passwordHash, mustChangePassword: false, passwordExpiresAt: null })
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.passwordHash, account.passwordHash)))
      .returning({ id: accounts.id });
    if (changed.length === 0) return refuse("conflict", { code: "auth.password.changedMeanwhile" });
    await revokeSessions(tx, { accountId: actor.accountId, except: actor.sessionId, now });
    await tx.insert(auditEvents).values({ accountId: actor.accountId, action: "account.changePassword", subject: actor.accountId });
    return ok(undefined);
  });
}

/** The actor's sessions that stand, the latest seen first. */
export async function listOwnSessions({ db, actor, now }: ServiceContext): Outcome<readonly SessionItem[]> {
  const rows = await db
    .select({ id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, userAgent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.accountId, actor.accountId), standing(now)))
    .orderBy(desc(sessions.lastSeenAt));
  return ok(
    rows.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      userAgent,
      current: id === actor.sessionId,
    })),
  );
}

/** Ends one of the actor's sessions. */
export async function endOwnSession({ db, actor, now }: ServiceContext, { sessionId }: { readonly sessionId: string }): Outcome<undefined> {
  const stood = await revokeSession(db, { accountId: actor.accountId, sessionId, now });
  return stood ? ok(undefined) : refuse("notFound", { code: "auth.session.notFound" });
}

/** Ends all the actor's sessions but the one that asks. */
export async function endOtherSessions({ db, actor, now }: ServiceContext): Outcome<{ readonly ended: number }> {
  return ok({ ended: await revokeSessions(db, { accountId: actor.accountId, except: actor.sessionId, now }) });
}

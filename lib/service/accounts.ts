import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { hashPassword, oneTimePassword, oneTimePasswordExpiry, revokeSession, revokeSessions, standing, unlockName } from "@/lib/auth";
import type { Role } from "@/lib/auth/actor";
import { accountRoles, accounts, auditEvents, type Database, sessions } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { UnitTree } from "@/lib/unit";
import { administeredUnits, administersAll, mayAdminister } from "./accountAdministration";
import type { Outcome, Refusal, ServiceContext } from "./context";
import { refuse } from "./refusal";
import type { SessionItem } from "./types";
import { unitTreeOn } from "./unitTreeOn";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A role to hold at a unit. */
export interface RoleGrant {
  readonly role: Role;
  readonly unitId: string;
}

const notFound = () => refuse("notFound", { code: "auth.account.notFound" });
const forbidden = () => refuse("forbidden", { code: "auth.account.forbidden" });

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly position?: string;
  readonly roles: readonly RoleGrant[];
}

/** Makes an account. @returns its id and its one-time password, which is shown this once and must be changed within three days */
export async function createAccount(
  { db, actor, now }: ServiceContext,
  { username, displayName, position = "", roles }: NewAccount,
): Outcome<{ readonly id: string; readonly password: string }> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const allowed = checkGrants(roles, tree, actor);
  if (!allowed.ok) return allowed;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(accounts)
      .values({
        username,
        displayName,
        position,
        passwordHash,
        mustChangePassword: true,
        passwordExpiresAt: oneTimePasswordExpiry(now),
        createdAt: now,
      })
      .onConflictDoNothing({ target: accounts.username })
      .returning({ id: accounts.id });
    if (!made) return refuse("conflict", { code: "auth.account.nameTaken", params: { username }, at: "/username" });
    if (roles.length > 0) await tx.insert(accountRoles).values(distinct(roles).map((grant) => ({ accountId: made.id, ...grant })));
    await audit(tx, actor.accountId, "account.create", made.id, { username, roles });
    return ok({ id: made.id, password });
  });
}

export interface AccountChange {
  readonly displayName?: string;
  readonly position?: string;
  /** All roles that it holds from now on. */
  readonly roles?: readonly RoleGrant[];
  /** A retired account cannot sign in; nothing of it is deleted, and it can be restored. */
  readonly retired?: boolean;
}

/** Changes an account; retiring it, or taking a role, ends or narrows what its open sessions may do at once. */
export function changeAccount(
  context: ServiceContext,
  { accountId, ...change }: AccountChange & { readonly accountId: string },
): Outcome<undefined> {
  const { actor, now } = context;
  return administering(context, accountId, async (tx, tree) => {
    if (change.roles) {
      const allowed = checkGrants(change.roles, tree, actor);
      if (!allowed.ok) return allowed;
      if (accountId === actor.accountId && !actor.roles.every((held) => held.role !== "admin" || holds(change.roles ?? [], held))) {
        return refuse("conflict", { code: "auth.account.ownRole" });
      }
    }
    if (change.retired !== undefined && accountId === actor.accountId) return refuse("conflict", { code: "auth.account.ownRetirement" });
    if (await isLastAdministrator(tx, tree, { accountId, ...change }))
      return refuse("conflict", { code: "auth.account.lastAdministrator" });

    const { displayName, position, roles, retired } = change;
    const fields = {
      ...(displayName === undefined ? {} : { displayName }),
      ...(position === undefined ? {} : { position }),
      ...(retired === undefined ? {} : { retiredAt: retired ? now : null }),
    };
    if (Object.keys(fields).length > 0) await tx.update(accounts).set(fields).where(eq(accounts.id, accountId));
    if (retired) await revokeSessions(tx, { accountId, now });
    if (roles) {
      await tx.delete(accountRoles).where(eq(accountRoles.accountId, accountId));
      if (roles.length > 0) await tx.insert(accountRoles).values(distinct(roles).map((grant) => ({ accountId, ...grant })));
    }
    await audit(tx, actor.accountId, "account.change", accountId, { ...change });
    return ok(undefined);
  });
}

/** Gives an account a one-time password and ends its sessions. @returns the password, which is shown this once */
export async function resetPassword(
  context: ServiceContext,
  { accountId }: { readonly accountId: string },
): Outcome<{ readonly password: string }> {
  const { actor, now } = context;
  if (accountId === actor.accountId) return refuse("conflict", { code: "auth.account.ownReset" });
  // Asked before the hashing, which costs: nobody makes the server hash for accounts that are not theirs to change.
  const allowed = await administering(context, accountId, async () => ok(undefined));
  if (!allowed.ok) return allowed;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return administering(context, accountId, async (tx, _tree, { username }) => {
    await tx
      .update(accounts)
      .set({ passwordHash, mustChangePassword: true, passwordExpiresAt: oneTimePasswordExpiry(now) })
      .where(eq(accounts.id, accountId));
    await revokeSessions(tx, { accountId, now });
    await unlockName(tx, username);
    await audit(tx, actor.accountId, "account.resetPassword", accountId);
    return ok({ password });
  });
}

/** Sessions of an account that stand, the latest seen first. */
export function listAccountSessions(
  context: ServiceContext,
  { accountId }: { readonly accountId: string },
): Outcome<readonly SessionItem[]> {
  const { actor, now } = context;
  return administering(context, accountId, async (tx) => {
    const rows = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.accountId, accountId), standing(now)))
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
  });
}

/** Ends one session of an account, or all of them. */
export function endAccountSessions(
  context: ServiceContext,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId?: string },
): Outcome<{ readonly ended: number }> {
  const { actor, now } = context;
  return administering(context, accountId, async (tx) => {
    const ended = sessionId ? Number(await revokeSession(tx, { accountId, sessionId, now })) : await revokeSessions(tx, { accountId, now });
    if (sessionId && ended === 0) return refuse("notFound", { code: "auth.session.notFound" });
    await audit(tx, actor.accountId, "account.endSessions", accountId, { ended });
    return ok({ ended });
  });
}

/** Runs an act on an account that the actor may change, in one transaction that holds the account's row. */
async function administering<T>(
  { db, actor, now }: ServiceContext,
  accountId: string,
  act: (tx: Transaction, tree: UnitTree, account: { readonly username: string }) => Promise<Result<T, Refusal>>,
): Outcome<T> {
  return db.transaction(async (tx) => {
    const tree = await unitTreeOn(tx, dayInVietnam(now));
    if (!administersAll(actor, tree) && administeredUnits(actor, tree).length === 0) return forbidden();
    // Not "for update": the record of an act refers to its actor's row, and two who act on each other would wait for ever.
    const [account] = await tx
      .select({ username: accounts.username })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("no key update");
    if (!account) return notFound();
    const held = await tx.select({ unitId: accountRoles.unitId }).from(accountRoles).where(eq(accountRoles.accountId, accountId));
    const unitIds = held.map(({ unitId }) => unitId);
    // An account of which nothing lies under the actor is not even said to exist.
    if (!mayAdminister(actor, unitIds, tree)) return unitIds.some((id) => mayAdminister(actor, [id], tree)) ? forbidden() : notFound();
    return act(tx, tree, account);
  });
}

/** Two changes that each take an administrator of the city wait for each other, so that they cannot both count on the other's. */
const administratorsLock = 8_510_414;

/** Whether a change would leave the city without an administrator who works. */
async function isLastAdministrator(
  tx: Transaction,
  tree: UnitTree,
  { accountId, roles, retired }: Pick<AccountChange, "roles" | "retired"> & { readonly accountId: string },
): Promise<boolean> {
  const city = tree.roots.filter(({ level }) => level === "city").map(({ id }) => id);
  const stays = retired !== true && (roles === undefined || roles.some(({ role, unitId }) => role === "admin" && city.includes(unitId)));
  if (stays) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(${administratorsLock})`);
  const held = await tx
    .selectDistinct({ id: accounts.id })
    .from(accounts)
    .innerJoin(accountRoles, eq(accountRoles.accountId, accounts.id))
    .where(and(eq(accountRoles.role, "admin"), inArray(accountRoles.unitId, city), isNull(accounts.retiredAt)));
  return held.length === 1 && held[0]?.id === accountId;
}

/** Roles may be given only at units that exist today and that the actor administers. */
function checkGrants(roles: readonly RoleGrant[], tree: UnitTree, actor: ServiceContext["actor"]): Result<undefined, Refusal> {
  const wrong = roles.findIndex(({ unitId }) => !tree.unit(unitId) || !mayAdminister(actor, [unitId], tree));
  if (wrong >= 0) return refuse("forbidden", { code: "auth.account.foreignUnit", at: `/roles/${wrong}/unitId` });
  if (roles.length === 0 && !administersAll(actor, tree)) return refuse("invalid", { code: "auth.account.noRole", at: "/roles" });
  return ok(undefined);
}

const holds = (roles: readonly RoleGrant[], wanted: RoleGrant): boolean =>
  roles.some(({ role, unitId }) => role === wanted.role && unitId === wanted.unitId);

const distinct = (roles: readonly RoleGrant[]): RoleGrant[] => [
  ...new Map(roles.map((grant) => [`${grant.role} ${grant.unitId}`, grant])).values(),
];

const audit = (tx: Transaction, accountId: string, action: string, subject: string, detail: object = {}) =>
  tx.insert(auditEvents).values({ accountId, action, subject, detail });

import { and, eq, isNull } from "drizzle-orm";
import { accounts, type Database } from "@/lib/db";
import { fail, ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import { hashPassword, isHashOutdated, verifyPassword } from "./password";
import { passwordLength } from "./passwordPolicy";
import { openSession } from "./sessions";
import type { SessionToken } from "./sessionToken";
import type { SignInFault } from "./signInFault";
import { admitAttempt, forgetFailures, type Place } from "./throttle";

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  readonly place: Place;
  readonly userAgent: string;
  /** Language that was chosen while signing in; kept with the account. */
  readonly locale?: Actor["locale"];
  readonly now: Date;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: nobody types these, and Postgres keeps no U+0000
const untypable = /[\u0000-\u001f\u007f]|\p{Surrogate}/u;

/**
 * Signs in by name and password and opens a session. A wrong name, a wrong password and a retired account are one
 * fault, told after the same time.
 */
export async function signIn(db: Database, input: SignInInput): Promise<Result<SessionToken, SignInFault>> {
  const { password, place, userAgent, locale, now } = input;
  const username = normaliseUsername(input.username);
  if (username === "" || username.length > 64 || password === "" || password.length > passwordLength.max * 2) {
    return fail({ kind: "wrongPassword" });
  }
  if (untypable.test(username) || untypable.test(password)) return fail({ kind: "wrongPassword" });
  const attempt = { username, place, now };
  const until = await admitAttempt(db, attempt);
  if (until) return fail({ kind: "locked", until: until.toISOString() });

  const [account] = await db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash, passwordExpiresAt: accounts.passwordExpiresAt })
    .from(accounts)
    .where(and(eq(accounts.username, username), isNull(accounts.retiredAt)));
  if (!(await verifyPassword(account?.passwordHash, password)) || !account) return fail({ kind: "wrongPassword" });
  if (account.passwordExpiresAt && account.passwordExpiresAt <= now) return fail({ kind: "passwordExpired" });

  await forgetFailures(db, attempt);
  const verified = { accountId: account.id, passwordHash: await renewHash(db, account, password) };
  const sessionId = await openVerified(db, verified, { userAgent, now });
  if (sessionId === undefined) return fail({ kind: "wrongPassword" });
  if (locale) await db.update(accounts).set({ locale }).where(eq(accounts.id, account.id));
  return ok({ accountId: account.id, sessionId });
}

/** Hashes a right password anew where its hash was made with outdated parameters. @returns the hash that stands for it */
async function renewHash(db: Database, account: { readonly id: string; readonly passwordHash: string }, password: string): Promise<string> {
  if (!isHashOutdated(account.passwordHash)) return account.passwordHash;
  const passwordHash = await hashPassword(password);
  // Only over the hash that was checked: a change of password meanwhile stands.
  await db
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)));
  return passwordHash;
}

/**
 * Opens a session for a password that was verified a moment ago, if it is still the account's. The account's row is
 * held meanwhile: a change of password, a reset or a retirement either comes before and is seen here, or after and
 * ends this session with the others.
 * @returns the session's id; undefined when the account changed
 */
export function openVerified(
  db: Pick<Database, "transaction">,
  { accountId, passwordHash }: { readonly accountId: string; readonly passwordHash: string },
  { userAgent, now }: Pick<SignInInput, "userAgent" | "now">,
): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const [still] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), eq(accounts.passwordHash, passwordHash), isNull(accounts.retiredAt)))
      .for("share");
    return still && openSession(tx, { accountId, userAgent, now });
  });
}

/** Names of accounts are told apart without regard to case. */
export const normaliseUsername = (username: string): string => username.normalize("NFC").trim().toLowerCase();

import { and, eq, isNull } from "drizzle-orm";
import { accounts, type Database } from "@/lib/db";
import { fail, ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import { hashPassword, isHashOutdated, verifyPassword } from "./password";
import { passwordLength } from "./passwordPolicy";
import { openSession } from "./sessions";
import type { SessionToken } from "./sessionToken";
import type { SignInFault } from "./signInFault";
import { admitAttempt, forgetFailures } from "./throttle";

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  /** Of the client, as far as it is known. */
  readonly address: string;
  readonly userAgent: string;
  /** Language that was chosen while signing in; kept with the account. */
  readonly locale?: Actor["locale"];
  readonly now: Date;
}

/**
 * Signs in by name and password and opens a session. A wrong name, a wrong password and a retired account are one
 * fault, told after the same time.
 */
export async function signIn(db: Database, input: SignInInput): Promise<Result<SessionToken, SignInFault>> {
  const { password, address, userAgent, locale, now } = input;
  const username = normaliseUsername(input.username);
  if (username === "" || username.length > 64 || password === "" || password.length > passwordLength.max * 2) {
    return fail({ kind: "wrongPassword" });
  }
  const attempt = { username, address, now };
  const until = await admitAttempt(db, attempt);
  if (until) return fail({ kind: "locked", until: until.toISOString() });

  const [account] = await db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.username, username), isNull(accounts.retiredAt)));
  if (!(await verifyPassword(account?.passwordHash, password)) || !account) return fail({ kind: "wrongPassword" });

  await forgetFailures(db, attempt);
  if (locale) await db.update(accounts).set({ locale }).where(eq(accounts.id, account.id));
  if (isHashOutdated(account.passwordHash)) {
    const passwordHash = await hashPassword(password);
    // Only over the hash that was checked: a change of password meanwhile stands.
    await db
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)));
  }
  return ok({ accountId: account.id, sessionId: await openSession(db, { accountId: account.id, userAgent, now }) });
}

/** Names of accounts are told apart without regard to case. */
export const normaliseUsername = (username: string): string => username.normalize("NFC").trim().toLowerCase();

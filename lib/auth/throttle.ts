import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import { type Database, signInFailures } from "@/lib/db";

/** How far back wrong passwords count, and so how long a lock lasts at most. */
export const windowMs = 15 * 60_000;

/**
 * Wrong passwords within the window after which signing in waits. One name from one address is locked soonest; a name
 * from everywhere later, so that a stranger's guesses do not lock its owner out easily; an address from which many
 * work (an office behind one router) last.
 */
export const limits = { nameAtAddress: 5, name: 20, address: 60 } as const;

export interface Attempt {
  /** Normalised: NFC, lower case. */
  readonly username: string;
  readonly address: string;
  readonly now: Date;
}

/**
 * Counts an attempt as wrong before its password is looked at, so that attempts at the same time cannot slip past the
 * limit together; a right password takes its name's count back by `forgetFailures`.
 * @returns until when it is locked, or undefined when the password may be looked at
 */
export function admitAttempt(db: Database, { username, address, now }: Attempt): Promise<Date | undefined> {
  return db.transaction(async (tx) => {
    // Both locks in one order for everyone, so that two attempts never wait for each other.
    for (const key of [`name:${username}`, `address:${address}`].sort()) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    const since = new Date(now.getTime() - windowMs);
    const recent = gt(signInFailures.at, since);
    const rules = [
      { limit: limits.nameAtAddress, where: and(eq(signInFailures.username, username), eq(signInFailures.address, address), recent) },
      { limit: limits.name, where: and(eq(signInFailures.username, username), recent) },
      { limit: limits.address, where: and(eq(signInFailures.address, address), recent) },
    ];
    let until: Date | undefined;
    for (const { limit, where } of rules) {
      // The limit-th newest: when it leaves the window, one more attempt is free.
      const [row] = await tx
        .select({ at: signInFailures.at })
        .from(signInFailures)
        .where(where)
        .orderBy(desc(signInFailures.at))
        .offset(limit - 1)
        .limit(1);
      const free = row && new Date(row.at.getTime() + windowMs);
      if (free && (!until || free > until)) until = free;
    }
    if (until) return until;
    await tx.insert(signInFailures).values({ username, address, at: now });
    return undefined;
  });
}

/** After a right password: its name starts anew at this address, and what no longer counts is swept. */
export async function forgetFailures(db: Database, { username, address, now }: Attempt): Promise<void> {
  await db.delete(signInFailures).where(and(eq(signInFailures.username, username), eq(signInFailures.address, address)));
  await db.delete(signInFailures).where(lt(signInFailures.at, new Date(now.getTime() - windowMs)));
}

/** After an administrator gave a new password: the name starts anew everywhere. */
export async function unlockName(db: Pick<Database, "delete">, username: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.username, username));
}

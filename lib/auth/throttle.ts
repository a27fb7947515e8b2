import { and, desc, eq, gt, inArray, lt, notLike, sql } from "drizzle-orm";
import { type Database, signInFailures } from "@/lib/db";

/** How far back wrong passwords count, and so how long a lock lasts at most. */
export const windowMs = 15 * 60_000;

/**
 * Wrong passwords within the window after which signing in waits. One name from one place is locked soonest; a name
 * from all addresses later; an address from which many work (an office behind one router) last. A place that proved
 * itself before, a known device or a session, is counted by itself alone, so that no stranger's guesses shut an owner out.
 */
export const limits = { nameAtPlace: 5, name: 20, address: 60 } as const;

/** Where an attempt comes from: a network address, a device where the name signed in before, an open session. */
export interface Place {
  readonly kind: "address" | "device" | "session";
  readonly id: string;
}

export interface Attempt {
  /** Normalised: NFC, lower case. */
  readonly username: string;
  readonly place: Place;
  readonly now: Date;
}

/** As `sign_in_failures.address` keeps it; an IP address has neither of the two words before it. */
const keptPlace = ({ kind, id }: Place): string => (kind === "address" ? id : `${kind} ${id}`);
const isStrange = and(notLike(signInFailures.address, "device %"), notLike(signInFailures.address, "session %"));

/**
 * Counts an attempt as wrong before its password is looked at, so that attempts at the same time cannot slip past the
 * limit together; a right password takes its name's count back by `forgetFailures`.
 * @returns until when it is locked, or undefined when the password may be looked at
 */
export async function admitAttempt(db: Database, { username, place, now }: Attempt): Promise<Date | undefined> {
  await sweepFailures(db, now);
  const address = keptPlace(place);
  return db.transaction(async (tx) => {
    // Both locks in one order for everyone, so that two attempts never wait for each other.
    for (const key of [`name:${username}`, `address:${address}`].sort()) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    const since = new Date(now.getTime() - windowMs);
    const recent = gt(signInFailures.at, since);
    const atPlace = and(eq(signInFailures.username, username), eq(signInFailures.address, address), recent);
    const rules = [
      { limit: limits.nameAtPlace, where: atPlace },
      ...(place.kind === "address"
        ? [
            { limit: limits.name, where: and(eq(signInFailures.username, username), isStrange, recent) },
            { limit: limits.address, where: and(eq(signInFailures.address, address), recent) },
          ]
        : []),
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

/** After a right password: its name starts anew at this place. */
export async function forgetFailures(db: Database, { username, place }: Attempt): Promise<void> {
  await db.delete(signInFailures).where(and(eq(signInFailures.username, username), eq(signInFailures.address, keptPlace(place))));
}

/** Rows swept at most by one attempt. */
const sweptAtOnce = 1000;

/** Removes what no longer counts, at every attempt: somebody who only ever fails must not fill the table. */
async function sweepFailures(db: Database, now: Date): Promise<void> {
  // Rows that another attempt is sweeping are left to it, so that the two never wait for each other.
  const old = db
    .select({ id: signInFailures.id })
    .from(signInFailures)
    .where(lt(signInFailures.at, new Date(now.getTime() - windowMs)))
    .limit(sweptAtOnce)
    .for("update", { skipLocked: true });
  await db.delete(signInFailures).where(inArray(signInFailures.id, old));
}

/** After an administrator gave a new password: the name starts anew everywhere. */
export async function unlockName(db: Pick<Database, "delete">, username: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.username, username));
}

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { checkSession, hashPassword, revokeSession, revokeSessions, signIn } from "@/lib/auth";
import { idleMs, lifetimeMs } from "@/lib/auth/sessions";
import { openVerified } from "@/lib/auth/signIn";
import { limits, type Place, windowMs } from "@/lib/auth/throttle";
import { accountRoles, accounts, connect, sessions, signInFailures, units } from "@/lib/db";
import { testDatabase } from "./testDatabase";

const database = await testDatabase();
const { db } = database;
const password = "mưa rơi trên bến ninh kiều";
const noon = new Date("2026-03-02T05:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);

let passwordHash: string;
let unitId: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  const [unit] = await db
    .insert(units)
    .values({ code: "92", name: "Cần Thơ", folded: "can tho", level: "city", validFrom: "2004-01-01" })
    .returning();
  unitId = unit?.id ?? "";
});

const makeAccount = async (username: string, rest: Partial<typeof accounts.$inferInsert> = {}) => {
  const [account] = await db
    .insert(accounts)
    .values({ username, displayName: username, passwordHash, ...rest })
    .returning();
  if (!account) throw new Error("no account");
  return account;
};
const at = (address: string) => ({ kind: "address", id: address }) as const;
const attempt = (username: string, typed = password, { address = "10.0.0.1", place = at(address) as Place, now = noon } = {}) =>
  signIn(db, { username, password: typed, place, userAgent: "Thử", now });
const kindOf = async (outcome: ReturnType<typeof attempt>) => {
  const result = await outcome;
  return result.ok ? "in" : result.error.kind;
};

describe("signing in", () => {
  it("opens a session that says who it is, with all roles", async () => {
    const account = await makeAccount("nguyen.a", { locale: "en" });
    await db.insert(accountRoles).values([
      { accountId: account.id, role: "reporter", unitId },
      { accountId: account.id, role: "sender", unitId },
    ]);
    const outcome = await attempt("  Nguyen.A ");
    if (!outcome.ok) throw new Error(outcome.error.kind);
    const signedIn = await checkSession(db, outcome.value, noon);
    expect(signedIn).toMatchObject({
      mustChangePassword: true,
      actor: { accountId: account.id, username: "nguyen.a", locale: "en", sessionId: outcome.value.sessionId },
    });
    expect(signedIn?.actor.roles).toHaveLength(2);
  });

  it("takes the password typed decomposed, and keeps the language that was chosen meanwhile", async () => {
    const account = await makeAccount("nguyen.b");
    const outcome = await signIn(db, {
      username: "nguyen.b",
      password: password.normalize("NFD"),
      place: at("10.0.0.1"),
      userAgent: "",
      locale: "en",
      now: noon,
    });
    expect(outcome.ok).toBe(true);
    const [row] = await db.select().from(accounts).where(eq(accounts.id, account.id));
    expect(row?.locale).toBe("en");
  });

  it("does not tell a wrong name, a wrong password and a retired account apart", async () => {
    await makeAccount("nguyen.c");
    await makeAccount("nguyen.d", { retiredAt: noon });
    expect(await attempt("khong.co")).toEqual(await attempt("nguyen.c", "sai"));
    expect(await attempt("nguyen.d")).toEqual(await attempt("nguyen.c", "sai"));
  });

  it("hashes anew a password whose hash was made with weaker parameters", async () => {
    const { hash } = await import("@node-rs/argon2");
    const account = await makeAccount("nguyen.e", {
      passwordHash: await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 }),
    });
    expect(await kindOf(attempt("nguyen.e"))).toBe("in");
    const [row] = await db.select().from(accounts).where(eq(accounts.id, account.id));
    expect(row?.passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect(await kindOf(attempt("nguyen.e"))).toBe("in");
  });

  it("takes names and passwords that nobody can type for wrong ones, and does not ask the database", async () => {
    for (const typed of ["a\0b", "a\u0007b", "a\ud800b"]) {
      expect(await kindOf(attempt(typed))).toBe("wrongPassword");
      expect(await kindOf(attempt("nguyen.c", typed))).toBe("wrongPassword");
    }
  });

  it("takes a one-time password until it runs out, and says so to whoever knows it alone", async () => {
    const passwordExpiresAt = later(1000);
    await makeAccount("nguyen.f", { passwordExpiresAt });
    expect(await kindOf(attempt("nguyen.f", password, { now: later(999) }))).toBe("in");
    expect(await kindOf(attempt("nguyen.f", password, { now: later(1000) }))).toBe("passwordExpired");
    expect(await kindOf(attempt("nguyen.f", "sai", { now: later(1000) }))).toBe("wrongPassword");
  });
});

describe("a sign-in that races a change of its account", () => {
  /** Opens a session for a verified password while another connection is about to commit a change of the account. */
  const race = async (username: string, change: Partial<typeof accounts.$inferInsert>) => {
    const account = await makeAccount(username);
    const other = connect(database.url, { max: 1 });
    try {
      let opening: Promise<string | undefined> | undefined;
      await other.db.transaction(async (tx) => {
        await tx.update(accounts).set(change).where(eq(accounts.id, account.id));
        await revokeSessions(tx, { accountId: account.id, now: noon });
        opening = openVerified(db, { accountId: account.id, passwordHash }, { userAgent: "", now: noon });
        await waitForLock();
      });
      return { opened: await opening, sessions: await db.select().from(sessions).where(eq(sessions.accountId, account.id)) };
    } finally {
      await other.close();
    }
  };
  /** Until a statement of this database waits for a row. */
  const waitForLock = async () => {
    for (;;) {
      const [row] = await database.sql`
        select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      if (row?.waiting > 0) return;
    }
  };

  it.each([
    ["a change of password", { passwordHash: "another" }],
    ["a retirement", { retiredAt: noon }],
  ])("opens no session after %s", async (name, change) => {
    expect(await race(`dua.${name.length}`, change)).toEqual({ opened: undefined, sessions: [] });
  });

  it("is ended by a change that comes a moment later", async () => {
    const account = await makeAccount("dua.sau");
    const other = connect(database.url, { max: 1 });
    try {
      let changing: Promise<unknown> | undefined;
      const sessionId = await db.transaction(async (tx) => {
        const opened = await openVerified(tx, { accountId: account.id, passwordHash }, { userAgent: "", now: noon });
        changing = other.db.transaction(async (second) => {
          await second.update(accounts).set({ passwordHash: "another" }).where(eq(accounts.id, account.id));
          await revokeSessions(second, { accountId: account.id, now: noon });
        });
        await waitForLock();
        return opened;
      });
      await changing;
      expect(sessionId).toBeDefined();
      expect(await checkSession(db, { accountId: account.id, sessionId: sessionId ?? "" }, noon)).toBeUndefined();
    } finally {
      await other.close();
    }
  });
});

describe("throttling", () => {
  it("locks a name at an address after five wrong passwords, the right one too, until the first leaves the window", async () => {
    await makeAccount("tran.a");
    for (let n = 0; n < limits.nameAtPlace; n++) {
      expect(await kindOf(attempt("tran.a", "sai", { address: "10.1.0.1", now: later(n * 60_000) }))).toBe("wrongPassword");
    }
    const locked = await attempt("tran.a", password, { address: "10.1.0.1", now: later(5 * 60_000) });
    expect(locked).toEqual({ ok: false, error: { kind: "locked", until: later(windowMs).toISOString() } });
    expect(await kindOf(attempt("tran.a", password, { address: "10.1.0.2", now: later(5 * 60_000) }))).toBe("in");
    expect(await kindOf(attempt("tran.a", password, { address: "10.1.0.1", now: later(windowMs + 1) }))).toBe("in");
  });

  it("locks names that do not exist in the same way", async () => {
    for (let n = 0; n < limits.nameAtPlace; n++) await attempt("ma", "sai", { address: "10.1.1.1" });
    expect(await kindOf(attempt("ma", "sai", { address: "10.1.1.1" }))).toBe("locked");
  });

  it("forgets wrong passwords after a right one", async () => {
    await makeAccount("tran.b");
    for (let n = 0; n < limits.nameAtPlace - 1; n++) await attempt("tran.b", "sai", { address: "10.1.2.1" });
    expect(await kindOf(attempt("tran.b", password, { address: "10.1.2.1" }))).toBe("in");
    expect(await db.select().from(signInFailures).where(eq(signInFailures.username, "tran.b"))).toHaveLength(0);
  });

  it("lets no attempt slip past the limit by coming at the same time as others", async () => {
    await makeAccount("tran.c");
    const kinds = await Promise.all(Array.from({ length: 12 }, () => kindOf(attempt("tran.c", "sai", { address: "10.1.3.1" }))));
    expect(kinds.filter((kind) => kind === "wrongPassword")).toHaveLength(limits.nameAtPlace);
    expect(kinds.filter((kind) => kind === "locked")).toHaveLength(12 - limits.nameAtPlace);
  });

  it("locks a name that is guessed from many addresses, and an address that guesses many names", async () => {
    const failures = (rows: { username: string; address: string }[]) =>
      db.insert(signInFailures).values(rows.map((row) => ({ ...row, at: noon })));
    await makeAccount("tran.d");
    await failures(Array.from({ length: limits.name }, (_, n) => ({ username: "tran.d", address: `10.2.0.${n}` })));
    expect(await kindOf(attempt("tran.d", password, { address: "10.2.1.1" }))).toBe("locked");

    await makeAccount("tran.e");
    await failures(Array.from({ length: limits.address }, (_, n) => ({ username: `ten${n}`, address: "10.3.0.1" })));
    expect(await kindOf(attempt("tran.e", password, { address: "10.3.0.1" }))).toBe("locked");
    expect(await kindOf(attempt("tran.e", password, { address: "10.3.0.2" }))).toBe("in");
  });

  it("counts a known device and a session by themselves: no stranger shuts an owner out, and neither is open to guessing", async () => {
    await makeAccount("tran.f");
    await db
      .insert(signInFailures)
      .values(Array.from({ length: limits.name }, (_, n) => ({ username: "tran.f", address: `10.4.0.${n}`, at: noon })));
    expect(await kindOf(attempt("tran.f", password, { address: "10.4.1.1" }))).toBe("locked");
    const place = { kind: "device", id: "7b1c3f4e-1111-4222-8333-944445555666" } as const;
    expect(await kindOf(attempt("tran.f", password, { place }))).toBe("in");
    for (let n = 0; n < limits.nameAtPlace; n++) expect(await kindOf(attempt("tran.f", "sai", { place }))).toBe("wrongPassword");
    expect(await kindOf(attempt("tran.f", password, { place }))).toBe("locked");
    expect(await kindOf(attempt("tran.f", password, { place: { ...place, id: "khac" } }))).toBe("in");
  });

  it("does not count a device's wrong passwords against the name everywhere", async () => {
    await makeAccount("tran.g");
    const rows = Array.from({ length: limits.name }, (_, n) => ({ username: "tran.g", address: `device ${n}`, at: noon }));
    await db.insert(signInFailures).values(rows);
    expect(await kindOf(attempt("tran.g", password, { address: "10.5.0.1" }))).toBe("in");
  });

  it("sweeps what no longer counts also when every attempt fails", async () => {
    await db.insert(signInFailures).values([{ username: "cu", address: "10.6.0.1", at: later(-windowMs - 1) }]);
    await attempt("khong.co.nua", "sai", { address: "10.6.0.2" });
    expect(await db.select().from(signInFailures).where(eq(signInFailures.username, "cu"))).toEqual([]);
  });
});

describe("a session", () => {
  const open = async (username: string) => {
    await makeAccount(username);
    const outcome = await attempt(username);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    return outcome.value;
  };

  it("ends after twelve hours without a request, and goes on while there are some", async () => {
    const token = await open("le.a");
    expect(await checkSession(db, token, later(idleMs - 1000))).toBeDefined();
    expect(await checkSession(db, token, later(2 * idleMs - 2000))).toBeDefined();
    expect(await checkSession(db, token, later(4 * idleMs))).toBeUndefined();
  });

  it("ends after seven days even when it is used all the time", async () => {
    const token = await open("le.b");
    await db
      .update(sessions)
      .set({ lastSeenAt: later(lifetimeMs - 1000) })
      .where(eq(sessions.id, token.sessionId));
    expect(await checkSession(db, token, later(lifetimeMs - 500))).toBeDefined();
    expect(await checkSession(db, token, later(lifetimeMs + 1))).toBeUndefined();
  });

  it("ends at once when it is revoked, when its account is retired, and for a token of another account", async () => {
    const token = await open("le.c");
    const other = await open("le.d");
    expect(await checkSession(db, { ...token, accountId: other.accountId }, noon)).toBeUndefined();
    expect(await revokeSession(db, { accountId: other.accountId, sessionId: token.sessionId, now: noon })).toBe(false);
    expect(await revokeSession(db, { accountId: token.accountId, sessionId: token.sessionId, now: noon })).toBe(true);
    expect(await checkSession(db, token, noon)).toBeUndefined();
    await db.update(accounts).set({ retiredAt: noon }).where(eq(accounts.id, other.accountId));
    expect(await checkSession(db, other, noon)).toBeUndefined();
  });

  it("can be kept while all others of the account end", async () => {
    const first = await open("le.e");
    const outcome = await attempt("le.e");
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect(await revokeSessions(db, { accountId: first.accountId, except: outcome.value.sessionId, now: noon })).toBe(1);
    expect(await checkSession(db, first, noon)).toBeUndefined();
    expect(await checkSession(db, outcome.value, noon)).toBeDefined();
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { checkSession, hashPassword, signIn, verifyPassword } from "@/lib/auth";
import type { Actor, Role } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/sessions";
import { limits } from "@/lib/auth/throttle";
import { accountRoles, accounts, auditEvents, sessions, signInFailures, unitParents, units } from "@/lib/db";
import { changePassword, chooseLanguage, endOtherSessions, endOwnSession, listOwnSessions } from "@/lib/service/account";
import { listAccounts, listAdministeredUnits } from "@/lib/service/accountList";
import { changeAccount, createAccount, endAccountSessions, listAccountSessions, resetPassword } from "@/lib/service/accounts";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { foldVietnamese } from "@/lib/unit";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
const now = new Date("2026-03-02T05:00:00Z");
const password = "mưa rơi trên bến ninh kiều";
let passwordHash: string;

const unitIds = { city: "", ninhKieu: "", caiKhe: "", cairang: "" };

const makeUnit = async (code: string, name: string, level: "city" | "district" | "commune", parentId?: string) => {
  const [unit] = await db
    .insert(units)
    .values({ code, name, folded: foldVietnamese(name), level, validFrom: "2004-01-01" })
    .returning();
  if (!unit) throw new Error("no unit");
  if (parentId) await db.insert(unitParents).values({ unitId: unit.id, parentId, validFrom: "2004-01-01" });
  return unit.id;
};
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  unitIds.city = await makeUnit("92", "Thành phố Cần Thơ", "city");
  unitIds.ninhKieu = await makeUnit("916", "Quận Ninh Kiều", "district", unitIds.city);
  unitIds.caiKhe = await makeUnit("31117", "Phường Cái Khế", "commune", unitIds.ninhKieu);
  unitIds.cairang = await makeUnit("919", "Quận Cái Răng", "district", unitIds.city);
});

/** An account with roles and an open session, as the services see it. */
const account = async (username: string, roles: readonly (readonly [Role, string])[], displayName = username): Promise<ServiceContext> => {
  const [row] = await db.insert(accounts).values({ username, displayName, passwordHash, mustChangePassword: false }).returning();
  if (!row) throw new Error("no account");
  const held = roles.map(([role, unitId]) => ({ role, unitId }));
  if (held.length > 0) await db.insert(accountRoles).values(held.map((grant) => ({ accountId: row.id, ...grant })));
  const sessionId = await openSession(db, { accountId: row.id, userAgent: "", now });
  const actor: Actor = { accountId: row.id, username, displayName, locale: "vi", sessionId, roles: held };
  return { db, actor, now };
};
const idOf = ({ actor }: ServiceContext) => actor.accountId;
const isSignedIn = async ({ actor }: ServiceContext) =>
  (await checkSession(db, { accountId: actor.accountId, sessionId: actor.sessionId }, now)) !== undefined;
const told = async (outcome: Outcome<unknown>) => {
  const result = await outcome;
  return result.ok ? "done" : `${result.error.kind} ${result.error.problems[0].code} ${result.error.problems[0].at}`.trim();
};
const rowOf = async (context: ServiceContext) => {
  const [row] = await db
    .select()
    .from(accounts)
    .where(eq(accounts.id, idOf(context)));
  if (!row) throw new Error("no account");
  return row;
};
const auditOf = async (context: ServiceContext) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, idOf(context)))
  ).map(({ action }) => action);

describe("one's own account", () => {
  it("changes its password, ends its other sessions and keeps this one", async () => {
    const own = await account("le.a", []);
    const other = await openSession(db, { accountId: idOf(own), userAgent: "", now });
    await db
      .update(accounts)
      .set({ mustChangePassword: true, passwordExpiresAt: now })
      .where(eq(accounts.id, idOf(own)));
    expect(await told(changePassword(own, { currentPassword: password, newPassword: "gió chướng thổi về" }))).toBe("done");
    const row = await rowOf(own);
    expect(await verifyPassword(row.passwordHash, "gió chướng thổi về")).toBe(true);
    expect(row.mustChangePassword).toBe(false);
    expect(row.passwordExpiresAt).toBeNull();
    expect(await isSignedIn(own)).toBe(true);
    expect(await checkSession(db, { accountId: idOf(own), sessionId: other }, now)).toBeUndefined();
    expect(await auditOf(own)).toEqual(["account.changePassword"]);
  });

  it("keeps its password when the present one is wrong, or the new one too weak or the same", async () => {
    const own = await account("le.b", []);
    const change = (currentPassword: string, newPassword: string) => told(changePassword(own, { currentPassword, newPassword }));
    expect(await change("sai", "gió chướng thổi về")).toBe("invalid auth.password.wrongCurrent /currentPassword");
    expect(await change(password, "ngắn")).toBe("invalid auth.password.tooShort /newPassword");
    expect(await change(password, password.normalize("NFD"))).toBe("invalid auth.password.same /newPassword");
    expect((await rowOf(own)).passwordHash).toBe(passwordHash);
  });

  it("changes its password also while strangers have its name locked", async () => {
    const own = await account("le.cc", []);
    await db
      .insert(signInFailures)
      .values(Array.from({ length: limits.name }, (_, n) => ({ username: "le.cc", address: `198.51.100.${n}`, at: now })));
    expect(await told(changePassword(own, { currentPassword: password, newPassword: "gió chướng thổi về" }))).toBe("done");
  });

  it("makes whoever guesses the present password from an open session wait", async () => {
    const own = await account("le.c", []);
    for (let n = 0; n < limits.nameAtPlace; n++) await changePassword(own, { currentPassword: "sai", newPassword: "gió chướng thổi về" });
    expect(await told(changePassword(own, { currentPassword: password, newPassword: "gió chướng thổi về" }))).toBe("throttled auth.locked");
    expect((await signIn(db, { username: "le.c", password, place: { kind: "address", id: "10.9.0.1" }, userAgent: "", now })).ok).toBe(
      true,
    );
  });

  it("of two changes at once lets one through and tells the other", async () => {
    const own = await account("le.d", []);
    const both = await Promise.all([
      told(changePassword(own, { currentPassword: password, newPassword: "gió chướng thổi về" })),
      told(changePassword(own, { currentPassword: password, newPassword: "trăng lên đầu ngõ" })),
    ]);
    expect(both.filter((outcome) => outcome === "done")).toHaveLength(1);
    // Told by what it met: the other's change while it reckoned, or already the other's new password.
    const refused = ["conflict auth.password.changedMeanwhile", "invalid auth.password.wrongCurrent /currentPassword"];
    expect(refused).toContain(both.find((outcome) => outcome !== "done"));
  });

  it("sees and ends its own sessions, and nobody else's", async () => {
    const own = await account("le.e", []);
    const foreign = await account("le.f", []);
    const second = await openSession(db, { accountId: idOf(own), userAgent: "Firefox", now });
    const third = await openSession(db, { accountId: idOf(own), userAgent: "Edge", now });
    const listed = await listOwnSessions(own);
    expect(listed.ok && listed.value.map(({ id, current }) => [id, current])).toEqual(
      expect.arrayContaining([
        [own.actor.sessionId, true],
        [second, false],
        [third, false],
      ]),
    );
    expect(await told(endOwnSession(own, { sessionId: foreign.actor.sessionId }))).toBe("notFound auth.session.notFound");
    expect(await isSignedIn(foreign)).toBe(true);
    expect(await told(endOwnSession(own, { sessionId: second }))).toBe("done");
    expect(await endOtherSessions(own)).toEqual({ ok: true, value: { ended: 1 } });
    expect(await isSignedIn(own)).toBe(true);
  });

  it("keeps its language", async () => {
    const own = await account("le.g", []);
    await chooseLanguage(own, { locale: "en" });
    expect((await rowOf(own)).locale).toBe("en");
  });
});

describe("administering accounts", () => {
  let city: ServiceContext;
  let district: ServiceContext;
  let reporter: ServiceContext;
  let foreign: ServiceContext;
  let both: ServiceContext;
  beforeAll(async () => {
    city = await account("quantri", [["admin", unitIds.city]], "Quản trị");
    district = await account("quantri.916", [["admin", unitIds.ninhKieu]]);
    reporter = await account("nhaplieu.31117", [["reporter", unitIds.caiKhe]], "Võ Thanh Dũng");
    foreign = await account("nhaplieu.919", [["reporter", unitIds.cairang]], "Đỗ Thị Hoà");
    both = await account("hai.noi", [
      ["reporter", unitIds.caiKhe],
      ["aggregator", unitIds.city],
    ]);
  });
  const names = async (context: ServiceContext, query: Parameters<typeof listAccounts>[1] = {}) => {
    const listed = await listAccounts(context, query);
    return listed.ok ? listed.value.items.map(({ username }) => username) : listed.error.kind;
  };

  it("shows to each administrator the accounts of the units below, and to others none", async () => {
    expect(await names(reporter)).toBe("forbidden");
    expect(await names(district)).toEqual(["hai.noi", "nhaplieu.31117", "quantri.916"]);
    expect(await names(city)).toEqual(expect.arrayContaining(["hai.noi", "le.a", "nhaplieu.31117", "nhaplieu.919", "quantri"]));
    const seen = await listAccounts(district, {});
    expect(seen.ok && seen.value.items.map(({ administrable }) => administrable)).toEqual([false, true, true]);
  });

  it("finds by words of name, user name and unit, without marks, and takes % for a sign", async () => {
    expect(await names(city, { search: "vo DUNG" })).toEqual(["nhaplieu.31117"]);
    expect(await names(city, { search: "đỗ hoa" })).toEqual(["nhaplieu.919"]);
    expect(await names(city, { search: "cái khế nhap" })).toEqual(["nhaplieu.31117"]);
    expect(await names(city, { search: "%" })).toEqual([]);
    expect(await names(city, { unitId: unitIds.ninhKieu, role: "reporter" })).toEqual(["hai.noi", "nhaplieu.31117"]);
    expect(await names(city, { page: 2 })).toEqual([]);
    expect(await names(city, { search: `${"dung ".repeat(8)} nobody` })).toEqual(["nhaplieu.31117"]);
  });

  it("offers the units below alone", async () => {
    const offered = await listAdministeredUnits(district);
    expect(offered.ok && offered.value.map(({ code, above }) => [code, above])).toEqual([
      ["916", ["Thành phố Cần Thơ"]],
      ["31117", ["Quận Ninh Kiều", "Thành phố Cần Thơ"]],
    ]);
  });

  it.each([
    ["resets a password", (context: ServiceContext, accountId: string) => resetPassword(context, { accountId })],
    ["ends sessions", (context: ServiceContext, accountId: string) => endAccountSessions(context, { accountId })],
    ["reads sessions", (context: ServiceContext, accountId: string) => listAccountSessions(context, { accountId })],
    ["changes", (context: ServiceContext, accountId: string) => changeAccount(context, { accountId, displayName: "X" })],
  ])("%s of no account beyond its units, nor of one that is partly beyond", async (_, act) => {
    expect(await told(act(reporter, idOf(foreign)))).toBe("forbidden auth.account.forbidden");
    expect(await told(act(district, idOf(foreign)))).toBe("notFound auth.account.notFound");
    expect(await told(act(district, idOf(city)))).toBe("notFound auth.account.notFound");
    expect(await told(act(district, idOf(both)))).toBe("forbidden auth.account.forbidden");
    expect(await told(act(city, "7b1c3f4e-1111-4222-8333-944445555666"))).toBe("notFound auth.account.notFound");
    expect(await isSignedIn(both)).toBe(true);
    expect((await rowOf(both)).displayName).toBe("hai.noi");
  });

  it("resets a password to one that is good once, ends the sessions and frees a locked name", async () => {
    const lost = await account("quen.mk", [["reporter", unitIds.caiKhe]]);
    const attempt = (typed: string) =>
      signIn(db, { username: "quen.mk", password: typed, place: { kind: "address", id: "10.8.0.1" }, userAgent: "", now });
    for (let n = 0; n < limits.nameAtPlace; n++) await attempt("sai");
    const reset = await resetPassword(district, { accountId: idOf(lost) });
    if (!reset.ok) throw new Error(reset.error.kind);
    expect((await rowOf(lost)).passwordExpiresAt).toEqual(new Date(now.getTime() + 72 * 3_600_000));
    expect(await isSignedIn(lost)).toBe(false);
    const outcome = await attempt(reset.value.password);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect((await checkSession(db, outcome.value, now))?.mustChangePassword).toBe(true);
    expect(await auditOf(lost)).toEqual(["account.resetPassword"]);
    expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain(reset.value.password);
  });

  it("retires an account, which then is signed out, and restores it", async () => {
    const gone = await account("nghi.viec", [["reporter", unitIds.caiKhe]]);
    expect(await told(changeAccount(district, { accountId: idOf(gone), retired: true }))).toBe("done");
    expect(await isSignedIn(gone)).toBe(false);
    expect(await names(district, { state: "retired" })).toEqual(["nghi.viec"]);
    expect(await told(changeAccount(district, { accountId: idOf(gone), retired: false }))).toBe("done");
    expect((await rowOf(gone)).retiredAt).toBeNull();
    expect(await isSignedIn(gone)).toBe(false);
  });

  it("gives roles at its own units only, all of them or none", async () => {
    const target = await account("doi.vt", [["reporter", unitIds.caiKhe]]);
    const give = (...roles: { role: Role; unitId: string }[]) => told(changeAccount(district, { accountId: idOf(target), roles }));
    const held = async () =>
      (
        await db
          .select()
          .from(accountRoles)
          .where(eq(accountRoles.accountId, idOf(target)))
      ).map(({ role }) => role);
    expect(await give({ role: "approver", unitId: unitIds.caiKhe }, { role: "admin", unitId: unitIds.city })).toBe(
      "forbidden auth.account.foreignUnit /roles/1/unitId",
    );
    expect(await held()).toEqual(["reporter"]);
    expect(await give()).toBe("invalid auth.account.noRole /roles");
    expect(await give({ role: "approver", unitId: unitIds.caiKhe }, { role: "approver", unitId: unitIds.caiKhe })).toBe("done");
    expect(await held()).toEqual(["approver"]);
  });

  it("lets nobody shut themselves out", async () => {
    const self = idOf(city);
    expect(await told(changeAccount(city, { accountId: self, retired: true }))).toBe("conflict auth.account.ownRetirement");
    expect(await told(resetPassword(city, { accountId: self }))).toBe("conflict auth.account.ownReset");
    expect(await told(changeAccount(city, { accountId: self, roles: [{ role: "monitor", unitId: unitIds.city }] }))).toBe(
      "conflict auth.account.ownRole",
    );
    expect(
      await told(
        changeAccount(city, {
          accountId: self,
          roles: [
            { role: "monitor", unitId: unitIds.city },
            { role: "admin", unitId: unitIds.city },
          ],
        }),
      ),
    ).toBe("done");
  });

  it("keeps one administrator of the city, also when two take each other's role at the same time", async () => {
    const [first, second] = [await account("qt.mot", [["admin", unitIds.city]]), await account("qt.hai", [["admin", unitIds.city]])];
    await db
      .update(accounts)
      .set({ retiredAt: now })
      .where(eq(accounts.id, idOf(city)));
    const both = await Promise.all([
      told(changeAccount(first, { accountId: idOf(second), retired: true })),
      told(changeAccount(second, { accountId: idOf(first), roles: [{ role: "monitor", unitId: unitIds.city }] })),
    ]);
    expect(both.toSorted()).toEqual(["conflict auth.account.lastAdministrator", "done"]);
    await db
      .update(accounts)
      .set({ retiredAt: null })
      .where(eq(accounts.id, idOf(city)));
  });

  it("makes an account that must change its password, once a name", async () => {
    const fresh = { username: "moi.31117", displayName: "Hồ Văn Dũng", roles: [{ role: "reporter" as const, unitId: unitIds.caiKhe }] };
    const made = await createAccount(district, fresh);
    if (!made.ok) throw new Error(made.error.kind);
    expect(made.value.password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(
      (
        await signIn(db, {
          username: "moi.31117",
          password: made.value.password,
          place: { kind: "address", id: "10.7.0.1" },
          userAgent: "",
          now,
        })
      ).ok,
    ).toBe(true);
    expect(await told(createAccount(district, fresh))).toBe("conflict auth.account.nameTaken /username");
    expect(
      await told(createAccount(district, { ...fresh, username: "khac", roles: [{ role: "reporter", unitId: unitIds.cairang }] })),
    ).toBe("forbidden auth.account.foreignUnit /roles/0/unitId");
    expect(await db.select().from(accounts).where(eq(accounts.username, "khac"))).toHaveLength(0);
  });

  it("ends one session or all, and says so in the record", async () => {
    const busy = await account("nhieu.may", [["reporter", unitIds.caiKhe]]);
    const second = await openSession(db, { accountId: idOf(busy), userAgent: "", now });
    expect(await endAccountSessions(district, { accountId: idOf(busy), sessionId: second })).toEqual({ ok: true, value: { ended: 1 } });
    expect(await told(endAccountSessions(district, { accountId: idOf(busy), sessionId: second }))).toBe("notFound auth.session.notFound");
    const listed = await listAccountSessions(district, { accountId: idOf(busy) });
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([busy.actor.sessionId]);
    expect(await endAccountSessions(district, { accountId: idOf(busy) })).toEqual({ ok: true, value: { ended: 1 } });
    expect(await isSignedIn(busy)).toBe(false);
    expect(await auditOf(busy)).toEqual(["account.endSessions", "account.endSessions"]);
    expect(
      await db
        .select()
        .from(sessions)
        .where(eq(sessions.accountId, idOf(busy))),
    ).toHaveLength(2);
  });
});

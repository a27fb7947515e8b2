import type { Role } from "@/lib/auth/actor";
import { accountRoles, accounts, type Database, unitParents, units } from "@/lib/db";
import type { ServiceContext } from "@/lib/service/context";
import { type Office, officeNow, setUpOffice } from "./reportOffice";

/** Another district's designer and a ward under it, beside the office of `reportOffice`; a district's aggregator designs too. */
const more: readonly (readonly [username: string, roles: readonly Role[], unit: string])[] = [
  ["thietke2", ["designer"], "vp"],
  ["thietke.quan2", ["designer", "aggregator"], "q2"],
  ["nhap.c", ["reporter"], "c"],
  ["chuyenvien.quan", ["designer", "aggregator"], "q"],
];

/** The office with two districts that have wards, and a designer at each library. */
export interface LibraryOffice extends Omit<Office, "as"> {
  as(username: string, now?: Date): ServiceContext;
  unit(code: string): string;
}

export const setUpLibrary = async (db: Database): Promise<LibraryOffice> => {
  const office = await setUpOffice(db);
  const [ward] = await db
    .insert(units)
    .values({ code: "c", name: "c", folded: "c", level: "commune", position: 9, validFrom: "2000-01-01" })
    .returning();
  if (!ward) throw new Error("no ward");
  const unitIds: Readonly<Record<string, string>> = { ...office.unitIds, c: ward.id };
  const unit = (code: string): string => unitIds[code] ?? "";
  await db.insert(unitParents).values({ unitId: ward.id, parentId: unit("q2"), validFrom: "2000-01-01" });
  const accountIds = new Map<string, string>();
  for (const [username, roles, at] of more) {
    const [account] = await db
      .insert(accounts)
      .values({ username, displayName: username, passwordHash: "", mustChangePassword: false })
      .returning();
    if (!account) throw new Error("no account");
    accountIds.set(username, account.id);
    await db.insert(accountRoles).values(roles.map((role) => ({ accountId: account.id, role, unitId: unit(at) })));
  }
  const as = (username: string, now = officeNow): ServiceContext => {
    const [, roles = [], at = ""] = more.find(([name]) => name === username) ?? [];
    if (at === "") return office.as(username, now);
    const actor = { ...office.as("thietke").actor, accountId: accountIds.get(username) ?? "", username, displayName: username };
    return { db, now, actor: { ...actor, roles: roles.map((role) => ({ role, unitId: unit(at) })) } };
  };
  return { ...office, unitIds, unit, as };
};

import { asc, desc, eq, isNull } from "drizzle-orm";
import { oneTimePassword, oneTimePasswordExpiry } from "@/lib/auth/oneTimePassword";
import { hashPassword } from "@/lib/auth/password";
import { accountRoles, accounts, auditEvents, type Database, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";

/** Whether the database has no account yet. */
export async function hasNoAccount(db: Database): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).limit(1)).length === 0;
}

/**
 * Makes an account with the role of administrator at the topmost unit; in a database without units it makes that unit
 * first, to be renamed by the administrator.
 * @returns the password, which must be changed within three days, or undefined when the name is taken
 */
export async function createAdministrator(
  db: Database,
  { username, now }: { readonly username: string; readonly now: Date },
): Promise<string | undefined> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const taken = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.username, username));
    if (taken.length > 0) return undefined;
    const unitId = await topUnit(tx, dayInVietnam(now));
    const [account] = await tx
      .insert(accounts)
      .values({
        username,
        displayName: username,
        passwordHash,
        mustChangePassword: true,
        passwordExpiresAt: oneTimePasswordExpiry(now),
      })
      .returning({ id: accounts.id });
    if (!account) throw new Error("insert into accounts returned no row");
    await tx.insert(accountRoles).values({ accountId: account.id, role: "admin", unitId });
    await tx.insert(auditEvents).values({ action: "account.createFirst", subject: account.id, detail: { username } });
    return password;
  });
}

async function topUnit(tx: Pick<Database, "select" | "insert">, today: string): Promise<string> {
  const [top] = await tx
    .select({ id: units.id })
    .from(units)
    .where(eq(units.level, "city"))
    .orderBy(desc(isNull(units.validTo)), asc(units.validFrom))
    .limit(1);
  if (top) return top.id;
  const [made] = await tx
    .insert(units)
    .values({ code: "0", name: "Đơn vị cấp cao nhất", folded: "don vi cap cao nhat", level: "city", validFrom: today })
    .returning({ id: units.id });
  if (!made) throw new Error("insert into units returned no row");
  return made.id;
}

import { eq } from "drizzle-orm";
import { accounts, type Database } from "@/lib/db";
import { sampleAccount } from "./sampleAccounts";

/** Whether this database holds the sample city. */
export async function isSampleLoaded(db: Pick<Database, "select">): Promise<boolean> {
  const { id } = sampleAccount("quantri");
  return (await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id))).length > 0;
}

import { and, eq, isNull } from "drizzle-orm";
import { type Database, sectors } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import type { Refusal } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";

/** The code of a field of administration that is in use, or null for none. Refused: `library.unknownSector` (invalid). */
export async function knownSector(db: Pick<Database, "select">, code: string | null): Promise<Result<string | null, Refusal>> {
  if (code === null) return ok(null);
  const [sector] = await db
    .select({ code: sectors.code })
    .from(sectors)
    .where(and(eq(sectors.code, code), isNull(sectors.retiredAt)));
  return sector ? ok(sector.code) : refuse("invalid", { code: "library.unknownSector", params: { sector: code }, at: "/sectorCode" });
}

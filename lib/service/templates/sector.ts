import type { Database } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import type { Refusal } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { isSectorOpen } from "@/lib/service/sectors";

/** The code of a field of administration that may be chosen, or null for none. Refused: `library.unknownSector` (invalid). */
export async function knownSector(db: Pick<Database, "select">, code: string | null): Promise<Result<string | null, Refusal>> {
  if (code === null || (await isSectorOpen(db, code))) return ok(code);
  return refuse("invalid", { code: "library.unknownSector", params: { sector: code }, at: "/sectorCode" });
}

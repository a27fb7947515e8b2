import { and, gt, isNull, lte, or } from "drizzle-orm";
import { type Database, unitParents, units } from "@/lib/db";
import type { Day } from "@/lib/period";
import { type UnitTree, unitTree } from "@/lib/unit";

/** The administration as it stood on a day, read in one round trip of two statements. */
export async function unitTreeOn(db: Pick<Database, "select">, day: Day): Promise<UnitTree> {
  const [all, edges] = await Promise.all([
    db
      .select({
        id: units.id,
        code: units.code,
        name: units.name,
        level: units.level,
        position: units.position,
        validFrom: units.validFrom,
        validTo: units.validTo,
      })
      .from(units)
      .where(and(lte(units.validFrom, day), or(isNull(units.validTo), gt(units.validTo, day)))),
    db
      .select()
      .from(unitParents)
      .where(and(lte(unitParents.validFrom, day), or(isNull(unitParents.validTo), gt(unitParents.validTo, day)))),
  ]);
  return unitTree(all, edges, day);
}

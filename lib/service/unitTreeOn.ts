import { and, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Database, unitParents, units } from "@/lib/db";
import type { Day } from "@/lib/period";
import { type UnitTree, unitTree } from "@/lib/unit";

/** Trees read before, by the state of their tables and their day; the least used leave first. */
const kept = new Map<string, UnitTree>();
const mostKept = 16;

/**
 * The administration as it stood on a day. Every decision about permission asks for it, so a tree is kept in memory,
 * and used again only while both tables are row for row what they were: one small statement asks that each time, and
 * what another instance of the server changes is seen at once.
 */
export async function unitTreeOn(db: Pick<Database, "select">, day: Day): Promise<UnitTree> {
  const key = `${await stateOfTables(db)} ${day}`;
  const known = kept.get(key);
  kept.delete(key);
  const tree = known ?? (await readTree(db, day));
  kept.set(key, tree);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return tree;
}

/** Changes with every row that is inserted, changed or deleted: each version of a row has its own place and transaction. */
const version = (table: typeof units | typeof unitParents): SQL<string> =>
  sql<string>`(select count(*) || ' ' || coalesce(sum(hashtidextended(ctid, xmin::text::bigint)), 0) from ${table})`;

async function stateOfTables(db: Pick<Database, "select">): Promise<string> {
  const [row] = await db
    .select({
      units: version(units),
      parents: version(unitParents),
      // Tells databases apart that were filled alike.
      firstId: sql<string>`(select id from ${units} order by code limit 1)`,
    })
    .from(sql`(select 1) one`);
  return [row?.units, row?.parents, row?.firstId].join(" ");
}

async function readTree(db: Pick<Database, "select">, day: Day): Promise<UnitTree> {
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

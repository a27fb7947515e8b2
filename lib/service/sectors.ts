import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { auditEvents, type Database, sectors } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Text } from "@/lib/template";
import { refuseCatalogue } from "./catalogueAdministration";
import type { SectorItem } from "./catalogueTypes";
import type { Outcome, ServiceContext } from "./context";
import { refuse } from "./refusal";

const itemOf = (row: typeof sectors.$inferSelect): SectorItem => ({
  code: row.code,
  // Checked when it was written.
  name: row.name as Text,
  position: row.position,
  retired: row.retiredAt !== null,
});

/** The fields of administration in their order; those that may be chosen, or all. */
export async function listSectors({ db }: Pick<ServiceContext, "db">, { retired = false } = {}): Outcome<readonly SectorItem[]> {
  const rows = await db
    .select()
    .from(sectors)
    .where(retired ? undefined : isNull(sectors.retiredAt))
    .orderBy(asc(sectors.position), asc(sectors.code));
  return ok(rows.map(itemOf));
}

export interface SectorInput {
  readonly code: string;
  readonly name: Text;
  readonly position: number;
}

/** Makes a field of administration. Refused: `measure.notYours` (forbidden), `measure.sectorTaken` (conflict), `measure.noName`. */
export async function createSector(context: ServiceContext, input: SectorInput): Outcome<SectorItem> {
  const { db, actor, now } = context;
  const refused = await refuseCatalogue(context, input.name);
  if (refused) return refused;
  return db.transaction(async (tx) => {
    const [made] = await tx.insert(sectors).values(input).onConflictDoNothing({ target: sectors.code }).returning();
    if (!made) return refuse("conflict", { code: "measure.sectorTaken", params: { code: input.code }, at: "/code" });
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "sector.create",
      subject: input.code,
      detail: { ...input },
      happenedAt: now,
    });
    return ok(itemOf(made));
  });
}

export interface SectorChange {
  readonly code: string;
  /** What the change started from: refused where somebody changed it meanwhile. */
  readonly from: Omit<SectorItem, "code">;
  readonly to: Omit<SectorItem, "code">;
}

/**
 * Changes a field of administration, retires it or brings it back; its code stays. Refused: `measure.notYours`
 * (forbidden), `measure.sectorNotFound`, `measure.stale` (conflict), `measure.noName`.
 */
export async function changeSector(context: ServiceContext, { code, from, to }: SectorChange): Outcome<SectorItem> {
  const { db, actor, now } = context;
  const refused = await refuseCatalogue(context, to.name, "/to/name/vi");
  if (refused) return refused;
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(sectors)
      .set({
        name: to.name,
        position: to.position,
        retiredAt: to.retired ? sql`coalesce(${sectors.retiredAt}, ${now.toISOString()})` : null,
      })
      .where(
        and(
          eq(sectors.code, code),
          eq(sectors.position, from.position),
          sql`${sectors.name} = ${JSON.stringify(from.name)}::jsonb`,
          sql`(${sectors.retiredAt} is not null) = ${from.retired}`,
        ),
      )
      .returning();
    if (!changed) {
      const [standing] = await tx.select({ code: sectors.code }).from(sectors).where(eq(sectors.code, code));
      return standing ? refuse("conflict", { code: "measure.stale" }) : refuse("notFound", { code: "measure.sectorNotFound" });
    }
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "sector.change",
      subject: code,
      detail: { from, to },
      happenedAt: now,
    });
    return ok(itemOf(changed));
  });
}

/** Whether a field may be chosen. */
export async function isSectorOpen(db: Pick<Database, "select">, code: string): Promise<boolean> {
  const found = await db
    .select({ code: sectors.code })
    .from(sectors)
    .where(and(eq(sectors.code, code), isNull(sectors.retiredAt)));
  return found.length > 0;
}

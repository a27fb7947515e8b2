import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { auditEvents, type Database, measureUnits } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Text } from "@/lib/template";
import { refuseCatalogue } from "./catalogueAdministration";
import type { MeasureUnitItem } from "./catalogueTypes";
import type { Outcome, ServiceContext } from "./context";
import { isUuid } from "./isUuid";
import { refuse } from "./refusal";
import { searchText } from "./searchText";

const itemOf = (row: typeof measureUnits.$inferSelect): MeasureUnitItem => ({
  id: row.id,
  symbol: row.symbol,
  // Checked when it was written.
  name: row.name as Text,
  dimension: row.dimension,
  factor: row.factor,
  revision: row.revision,
  retired: row.retiredAt !== null,
});

/** Units of measure by dimension, small before large; those that may be chosen, or all. */
export async function listMeasureUnits({ db }: Pick<ServiceContext, "db">, { retired = false } = {}): Outcome<readonly MeasureUnitItem[]> {
  const rows = await db
    .select()
    .from(measureUnits)
    .where(retired ? undefined : isNull(measureUnits.retiredAt))
    .orderBy(asc(measureUnits.dimension), asc(measureUnits.factor), asc(measureUnits.symbol));
  return ok(rows.map(itemOf));
}

export interface MeasureUnitInput {
  readonly symbol: string;
  readonly name: Text;
  readonly dimension: string;
  readonly factor: number;
}

/** As it is printed: no blanks around, one inside. */
const tidy = (symbol: string): string => symbol.normalize("NFC").replaceAll(/\s+/g, " ").trim();

/**
 * Makes a unit of measure. Refused: `measure.notYours` (forbidden), `measure.symbolTaken` (conflict), `measure.noName`,
 * `measure.noSymbol`.
 */
export async function createMeasureUnit(context: ServiceContext, input: MeasureUnitInput): Outcome<MeasureUnitItem> {
  const { db, actor, now } = context;
  const symbol = tidy(input.symbol);
  const refused = await refuseCatalogue(context, input.name);
  if (refused) return refused;
  if (symbol === "") return refuse("invalid", { code: "measure.noSymbol", at: "/symbol" });
  return db.transaction(async (tx) => {
    if (await isTaken(tx, symbol)) return refuse("conflict", { code: "measure.symbolTaken", params: { symbol }, at: "/symbol" });
    const [made] = await tx
      .insert(measureUnits)
      .values({ ...input, symbol, folded: searchText(symbol, input.name) })
      .returning();
    if (!made) throw new Error("a unit of measure was not made");
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "measureUnit.create",
      subject: made.id,
      detail: { ...input, symbol },
      happenedAt: now,
    });
    return ok(itemOf(made));
  });
}

export interface MeasureUnitChange extends Partial<MeasureUnitInput> {
  readonly id: string;
  /** That the change started from. */
  readonly revision: number;
  readonly retired?: boolean;
}

/**
 * Changes a unit of measure, retires it or brings it back. Templates keep the symbol that they were written with.
 * Refused: `measure.notYours` (forbidden), `measure.notFound`, `measure.stale` and `measure.symbolTaken` (conflict),
 * `measure.noName`, `measure.noSymbol`.
 */
export async function changeMeasureUnit(context: ServiceContext, { id, revision, ...change }: MeasureUnitChange): Outcome<MeasureUnitItem> {
  const { db, actor, now } = context;
  const refused = await refuseCatalogue(context, change.name);
  if (refused) return refused;
  if (!isUuid(id)) return refuse("notFound", { code: "measure.notFound" });
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(measureUnits).where(eq(measureUnits.id, id)).for("update");
    if (!before) return refuse("notFound", { code: "measure.notFound" });
    if (before.revision !== revision) return refuse("conflict", { code: "measure.stale" });
    const symbol = tidy(change.symbol ?? before.symbol);
    if (symbol === "") return refuse("invalid", { code: "measure.noSymbol", at: "/symbol" });
    if (symbol !== before.symbol && (await isTaken(tx, symbol))) {
      return refuse("conflict", { code: "measure.symbolTaken", params: { symbol }, at: "/symbol" });
    }
    const name = change.name ?? (before.name as Text);
    const [changed] = await tx
      .update(measureUnits)
      .set({
        symbol,
        name,
        folded: searchText(symbol, name),
        dimension: change.dimension ?? before.dimension,
        factor: change.factor ?? before.factor,
        revision: sql`${measureUnits.revision} + 1`,
        ...(change.retired === undefined ? {} : { retiredAt: change.retired ? (before.retiredAt ?? now) : null }),
      })
      .where(eq(measureUnits.id, id))
      .returning();
    if (!changed) throw new Error("a unit of measure that was locked is gone");
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "measureUnit.change",
      subject: id,
      detail: { ...change },
      happenedAt: now,
    });
    return ok(itemOf(changed));
  });
}

/** Two who would take a symbol at once wait for each other: the second then finds it taken. */
const symbolLock = 8_510_415;

async function isTaken(tx: Pick<Database, "select" | "execute">, symbol: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${symbolLock})`);
  const found = await tx.select({ id: measureUnits.id }).from(measureUnits).where(eq(measureUnits.symbol, symbol));
  return found.length > 0;
}

/** Whether a unit of measure may be chosen. */
export async function isMeasureUnitOpen(db: Pick<Database, "select">, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const found = await db
    .select({ id: measureUnits.id })
    .from(measureUnits)
    .where(and(eq(measureUnits.id, id), isNull(measureUnits.retiredAt)));
  return found.length > 0;
}

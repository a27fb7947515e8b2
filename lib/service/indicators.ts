import { eq, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { auditEvents, type Database, indicators, indicatorUses, indicatorValues } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Text } from "@/lib/template";
import type { IndicatorItem, IndicatorRule, IndicatorType } from "./catalogueTypes";
import type { Outcome, Refusal, ServiceContext } from "./context";
import { readIndicator } from "./indicatorList";
import { isMeasureUnitOpen } from "./measureUnits";
import { refuse } from "./refusal";
import { searchText } from "./searchText";
import { isSectorOpen } from "./sectors";
import { unitTreeOn } from "./unitTreeOn";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Row = typeof indicators.$inferSelect;

/** What is said of an indicator, besides who owns it. */
export interface IndicatorContent {
  readonly code: string;
  readonly name: Text;
  readonly definition: Text;
  readonly method: Text;
  readonly measureUnitId: string | null;
  readonly type: IndicatorType;
  readonly decimals: number;
  readonly rule: IndicatorRule;
  readonly sectorCode: string | null;
}

export interface IndicatorInput extends IndicatorContent {
  /** The unit in whose catalogue it stands: the city's Operations Centre for the city, a district for itself alone. */
  readonly ownerUnitId: string;
}

/**
 * Makes an indicator. Refused: `indicator.notYours` (forbidden), `indicator.codeTaken` (conflict), and what `faultOf`
 * finds (invalid).
 */
export async function createIndicator(context: ServiceContext, { ownerUnitId, ...content }: IndicatorInput): Outcome<IndicatorItem> {
  const { db, actor, now } = context;
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!tree.unit(ownerUnitId) || !can(actor, "indicator.design", { ownerUnitId }, tree)) {
    return refuse("forbidden", { code: "indicator.notYours" });
  }
  const made = await db.transaction(async (tx): Promise<Result<string, Refusal>> => {
    const fault = await faultOf(tx, content, undefined);
    if (fault) return fault;
    if (await isCodeTaken(tx, content.code)) return refuseCode(content.code);
    const [row] = await tx
      .insert(indicators)
      .values({ ...columnsOf(content), ownerUnitId, createdAt: now, updatedAt: now })
      .returning({ id: indicators.id });
    if (!row) throw new Error("an indicator was not made");
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "indicator.create",
      subject: row.id,
      detail: { ...content, ownerUnitId },
      happenedAt: now,
    });
    return ok(row.id);
  });
  return made.ok ? readIndicator(context, made.value) : made;
}

export interface IndicatorChange extends Partial<IndicatorContent> {
  readonly id: string;
  /** That the change started from. */
  readonly revision: number;
  /** Kept where it is used already, no longer offered. */
  readonly retired?: boolean;
}

/**
 * Changes an indicator, retires it or brings it back. The code of one that a template or a figure names never changes.
 * Refused: `indicator.notFound`, `indicator.notYours` (forbidden), `indicator.stale`, `indicator.codeInUse` and
 * `indicator.codeTaken` (conflict), and what `faultOf` finds (invalid).
 */
export async function changeIndicator(
  context: ServiceContext,
  { id, revision, retired, ...change }: IndicatorChange,
): Outcome<IndicatorItem> {
  const { db, actor, now } = context;
  const seen = await readIndicator(context, id);
  if (!seen.ok) return seen;
  if (!seen.value.mayChange) return refuse("forbidden", { code: "indicator.notYours" });
  const changed = await db.transaction(async (tx): Promise<Result<undefined, Refusal>> => {
    const [before] = await tx.select().from(indicators).where(eq(indicators.id, id)).for("update");
    if (!before) throw new Error("an indicator that was read is gone");
    if (before.revision !== revision) return refuse("conflict", { code: "indicator.stale" });
    const content = { ...contentOf(before), ...change };
    const fault = await faultOf(tx, content, before);
    if (fault) return fault;
    if (content.code !== before.code) {
      if (await isCodeInUse(tx, before.code)) return refuse("conflict", { code: "indicator.codeInUse", at: "/code" });
      if (await isCodeTaken(tx, content.code, id)) return refuseCode(content.code);
    }
    await tx
      .update(indicators)
      .set({
        ...columnsOf(content),
        revision: before.revision + 1,
        updatedAt: now,
        ...(retired === undefined ? {} : { retiredAt: retired ? (before.retiredAt ?? now) : null }),
      })
      .where(eq(indicators.id, id));
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "indicator.change",
      subject: id,
      detail: { ...change, ...(retired === undefined ? {} : { retired }) },
      happenedAt: now,
    });
    return ok(undefined);
  });
  return changed.ok ? readIndicator(context, id) : changed;
}

const columnsOf = ({ rule, ...content }: IndicatorContent) => ({
  ...content,
  folded: searchText(content.code, content.name),
  aggregation: { rule },
});

const contentOf = (row: Row): IndicatorContent => ({
  code: row.code,
  // Checked when they were written.
  name: row.name as Text,
  definition: row.definition as Text,
  method: row.method as Text,
  measureUnitId: row.measureUnitId,
  type: row.type,
  decimals: row.decimals,
  rule: (row.aggregation as { readonly rule: IndicatorRule }).rule,
  sectorCode: row.sectorCode,
});

/**
 * What is wrong with an indicator: no name, decimals of a whole number, a percentage that would be added or averaged, a
 * unit of measure or a field that does not exist or is retired (unless the indicator has had it so far).
 */
async function faultOf(tx: Transaction, content: IndicatorContent, before: Row | undefined): Promise<Result<never, Refusal> | undefined> {
  const { name, type, decimals, rule, measureUnitId, sectorCode } = content;
  if (name.vi.trim() === "") return refuse("invalid", { code: "indicator.noName", at: "/name/vi" });
  if (type === "integer" && decimals > 0) return refuse("invalid", { code: "indicator.wholeDecimals", at: "/decimals" });
  if (type === "percent" && (rule === "sum" || rule === "mean")) return refuse("invalid", { code: "indicator.ratioSummed", at: "/rule" });
  if (measureUnitId !== null && measureUnitId !== before?.measureUnitId && !(await isMeasureUnitOpen(tx, measureUnitId))) {
    return refuse("invalid", { code: "measure.notFound", at: "/measureUnitId" });
  }
  if (sectorCode !== null && sectorCode !== before?.sectorCode && !(await isSectorOpen(tx, sectorCode))) {
    return refuse("invalid", { code: "measure.sectorNotFound", at: "/sectorCode" });
  }
  return undefined;
}

const refuseCode = (code: string) => refuse("conflict", { code: "indicator.codeTaken", params: { code }, at: "/code" });

/** Two who would take a code at once wait for each other: the second then finds it taken. */
const codeLock = 8_510_416;

/** Whether another indicator of any unit has this code, in whatever case: figures of all units meet in one warehouse. */
async function isCodeTaken(tx: Transaction, code: string, except?: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${codeLock})`);
  const found = await tx.select({ id: indicators.id }).from(indicators).where(sql`lower(${indicators.code}) = lower(${code})`);
  return found.some(({ id }) => id !== except);
}

async function isCodeInUse(tx: Transaction, code: string): Promise<boolean> {
  const [used, counted] = await Promise.all([
    tx.select({ at: indicatorUses.at }).from(indicatorUses).where(eq(indicatorUses.indicator, code)).limit(1),
    tx.select({ period: indicatorValues.period }).from(indicatorValues).where(eq(indicatorValues.indicator, code)).limit(1),
  ]);
  return used.length + counted.length > 0;
}

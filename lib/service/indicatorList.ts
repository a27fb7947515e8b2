import { and, asc, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { type Database, indicators, measureUnits, sectors, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Text } from "@/lib/template";
import type { UnitTree } from "@/lib/unit";
import type { IndicatorItem, IndicatorRule } from "./catalogueTypes";
import type { Outcome, ServiceContext } from "./context";
import { isUuid } from "./isUuid";
import { refuse } from "./refusal";
import { foldedSearch } from "./searchText";
import type { Page, UnitRef } from "./types";
import { unitTreeOn } from "./unitTreeOn";

export interface IndicatorQuery {
  /** Words of code or name, in any case and without marks. */
  readonly search?: string;
  /** Codes exactly, at most 200. */
  readonly codes?: readonly string[];
  readonly sectorCode?: string;
  readonly ownerUnitId?: string;
  readonly state?: "working" | "retired";
  /** From 1. */
  readonly page?: number;
  /** 1 to 200; 50 where absent. */
  readonly pageSize?: number;
}

/**
 * The indicators that are shown at the actor's units, those that fit the words best first: the code itself, then codes
 * and names that start so, then names that hold the words.
 */
export async function listIndicators({ db, actor, now }: ServiceContext, query: IndicatorQuery = {}): Outcome<Page<IndicatorItem>> {
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(200, Math.max(1, Math.trunc(query.pageSize ?? 50)));
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const owners = (await readableOwners(db, actor, tree)).map(({ id }) => id);
  const search = foldedSearch(indicators.folded, query.search ?? "");
  const wanted = and(
    inArray(indicators.ownerUnitId, owners),
    ...search.conditions,
    query.codes === undefined ? undefined : inArray(indicators.code, [...query.codes]),
    query.sectorCode === undefined ? undefined : eq(indicators.sectorCode, query.sectorCode),
    query.ownerUnitId === undefined ? undefined : eq(indicators.ownerUnitId, query.ownerUnitId),
    query.state === "retired" ? isNotNull(indicators.retiredAt) : isNull(indicators.retiredAt),
  );
  const [counted] = await db.select({ total: count() }).from(indicators).where(wanted);
  const rows = await selectItems(db)
    .where(wanted)
    .orderBy(asc(search.rank), asc(indicators.code))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return ok({ items: rows.map((row) => itemOf(row, actor, tree)), total: counted?.total ?? 0, page, pageSize });
}

/** One indicator. Refused: `indicator.notFound`, also for one that is not shown at the actor's units. */
export async function readIndicator({ db, actor, now }: ServiceContext, id: string): Outcome<IndicatorItem> {
  const [row] = isUuid(id) ? await selectItems(db).where(eq(indicators.id, id)) : [];
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!row || !can(actor, "indicator.read", { ownerUnitId: row.owner.id }, tree)) {
    return refuse("notFound", { code: "indicator.notFound" });
  }
  return ok(itemOf(row, actor, tree));
}

/** Units that own indicators which the actor sees, and those at which the actor may make some. */
export async function indicatorOwners({
  db,
  actor,
  now,
}: ServiceContext): Outcome<{ readonly owners: readonly UnitRef[]; readonly mayDesignAt: readonly UnitRef[] }> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const held = [...new Set(actor.roles.map(({ unitId }) => unitId))];
  const mayDesignAt = held.flatMap((unitId) => {
    const unit = tree.unit(unitId);
    return unit && can(actor, "indicator.design", { ownerUnitId: unitId }, tree) ? [{ id: unit.id, code: unit.code, name: unit.name }] : [];
  });
  return ok({ owners: await readableOwners(db, actor, tree), mayDesignAt });
}

/** Owners are few, indicators many: permission is asked once for each owner. */
async function readableOwners(
  db: Pick<Database, "selectDistinct">,
  actor: ServiceContext["actor"],
  tree: UnitTree,
): Promise<readonly UnitRef[]> {
  const owners = await db
    .selectDistinct({ id: units.id, code: units.code, name: units.name })
    .from(indicators)
    .innerJoin(units, eq(units.id, indicators.ownerUnitId))
    .orderBy(units.code);
  return owners.filter(({ id }) => can(actor, "indicator.read", { ownerUnitId: id }, tree));
}

const selectItems = (db: Pick<Database, "select">) =>
  db
    .select({
      row: indicators,
      symbol: measureUnits.symbol,
      sectorName: sectors.name,
      owner: { id: units.id, code: units.code, name: units.name },
    })
    .from(indicators)
    .innerJoin(units, eq(units.id, indicators.ownerUnitId))
    .leftJoin(measureUnits, eq(measureUnits.id, indicators.measureUnitId))
    .leftJoin(sectors, eq(sectors.code, indicators.sectorCode));

// JSON columns were checked when they were written.
const itemOf = (
  { row, symbol, sectorName, owner }: Awaited<ReturnType<typeof selectItems>>[number],
  actor: ServiceContext["actor"],
  tree: UnitTree,
): IndicatorItem => ({
  id: row.id,
  code: row.code,
  name: row.name as Text,
  definition: row.definition as Text,
  method: row.method as Text,
  measureUnit: row.measureUnitId !== null && symbol !== null ? { id: row.measureUnitId, symbol } : null,
  type: row.type,
  decimals: row.decimals,
  rule: (row.aggregation as { readonly rule: IndicatorRule }).rule,
  sector: row.sectorCode !== null && sectorName !== null ? { code: row.sectorCode, name: sectorName as Text } : null,
  owner,
  revision: row.revision,
  retired: row.retiredAt !== null,
  mayChange: can(actor, "indicator.design", { ownerUnitId: owner.id }, tree),
});

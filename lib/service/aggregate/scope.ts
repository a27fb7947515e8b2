import { eq, inArray } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { regimes } from "@/lib/db";
import { type CutoffRule, cutoffOf, type DayRange, type Period, parsePeriod } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Refusal, ServiceContext } from "@/lib/service/context";
import { coveredBy } from "@/lib/service/coveredBy";
import { isUuid } from "@/lib/service/isUuid";
import { refuse } from "@/lib/service/refusal";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { Unit, UnitTree } from "@/lib/unit";

/** Which figures are asked for. */
export interface AggregateQuery {
  readonly regimeId: string;
  /** Period code: `2026-03`, `2026-Q1` … */
  readonly period: string;
  /** The parent whose subordinates are added up; without it, the highest that the actor may read. */
  readonly unitId?: string | undefined;
}

/** What was asked for, found and permitted. */
export interface AggregateScope {
  readonly regime: { readonly id: string; readonly code: string; readonly name: string; readonly templateId: string };
  /** Another regime uses the same template. */
  readonly templateShared: boolean;
  readonly leadUnitId: string;
  readonly period: Period;
  readonly cutoff: DayRange;
  /** The administration at the end of the cut-off: units that merged or moved later stand where they stood then. */
  readonly tree: UnitTree;
  readonly unit: Unit;
  /** Whether the actor may read the figures of a unit in this regime. */
  readonly mayRead: (unitId: string) => boolean;
}

const regimeWith = async (db: Pick<ServiceContext["db"], "select">, id: string) => {
  const template = db.select({ id: regimes.templateId }).from(regimes).where(eq(regimes.id, id));
  const sharers = await db.select().from(regimes).where(inArray(regimes.templateId, template));
  const found = sharers.find((regime) => regime.id === id.toLowerCase());
  return found && { ...found, templateShared: sharers.length > 1 };
};

const highestFirst = (tree: UnitTree) => (a: Unit, b: Unit) => tree.ancestors(a.id).length - tree.ancestors(b.id).length;

/**
 * Finds regime, period and unit, and decides whether the actor may read their aggregate. Refused:
 * `period.unknownCode` (invalid), `aggregate.unknownRegime`, `aggregate.unknownUnit` (notFound), `aggregate.forbidden`.
 */
export const aggregateScope = async (
  db: Pick<ServiceContext["db"], "select">,
  { actor }: Pick<ServiceContext, "actor">,
  query: AggregateQuery,
): Promise<Result<AggregateScope, Refusal>> => {
  const period = parsePeriod(query.period);
  if (!period.ok) return refuse("invalid", { ...period.error, at: "/period" });
  const found = isUuid(query.regimeId) ? await regimeWith(db, query.regimeId) : undefined;
  if (found === undefined) return refuse("notFound", { code: "aggregate.unknownRegime" });
  const { id, code, name, templateId, leadUnitId, templateShared } = found;
  // The rule was checked when the regime was made.
  const cutoff = cutoffOf(period.value, found.cutoff as CutoffRule);
  const tree = await unitTreeOn(db, cutoff.to);
  const mayRead = (unitId: string): boolean => can(actor, "aggregate.read", { unitId, leadUnitId }, tree);
  const scope = { regime: { id, code, name, templateId }, templateShared, leadUnitId, period: period.value, cutoff, tree, mayRead };

  if (query.unitId !== undefined) {
    const unit = tree.unit(query.unitId);
    if (unit === undefined) return refuse("notFound", { code: "aggregate.unknownUnit", params: { day: cutoff.to } });
    return mayRead(unit.id) ? ok({ ...scope, unit }) : refuse("forbidden", { code: "aggregate.forbidden", params: { unit: unit.name } });
  }
  const held = actor.roles.flatMap(({ unitId }) => tree.unit(unitId) ?? []).sort(highestFirst(tree));
  const [unit] = [coveredBy(leadUnitId, tree), ...held].filter((it) => it !== undefined && mayRead(it.id));
  return unit ? ok({ ...scope, unit }) : refuse("forbidden", { code: "aggregate.forbidden", params: { unit: "" } });
};

import { type DutyGroup, dutiesOf, type ReportSelection } from "@/lib/db";
import { periodCode } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Refusal, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { type TemplateVersion, templateVersion } from "@/lib/service/templateVersion";
import { receivedStates } from "@/lib/workflow";
import { type AggregateForm, aggregateForm } from "./aggregateForm";
import { aggregateHistory } from "./aggregateHistory";
import { commonVersion, coveredDuties, type Duty } from "./coverage";
import type { AggregateScope } from "./scope";
import { statisticsOf } from "./statistics";

/** A database or a transaction of it. */
export type Reader = Pick<ServiceContext["db"], "execute" | "select" | "selectDistinct">;

/** One snapshot for duties, figures and texts: a report that is sent meanwhile is in all of them or in none. */
export const oneMoment = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

export interface AggregateFigures extends AggregateForm {
  readonly duties: readonly Duty[];
  readonly version: TemplateVersion;
  readonly selection: ReportSelection;
}

/**
 * The figures of a parent over the reports received: sent or accepted (DESIGN 10), a returned report no longer.
 * Refused: `aggregate.notAssigned` (notFound) where no unit under the parent reports in the period.
 */
export const aggregateFigures = async (db: Reader, scope: AggregateScope): Promise<Result<AggregateFigures, Refusal>> => {
  const { regime, tree, unit } = scope;
  const period = periodCode(scope.period);
  const groups = await dutiesOf(db, regime.id, period);
  const early = await earlySums(db, scope, groups);
  const { duties, templateVersionId, everyone } = coveredDuties(tree, groups, unit.id, receivedStates);
  const earlyStatistics = await early?.statistics;
  if (templateVersionId === undefined)
    return refuse("notFound", { code: "aggregate.notAssigned", params: { regime: regime.name, unit: unit.name, period } });
  const version = await templateVersion(db, templateVersionId);
  const received = duties.filter((duty) => duty.received);
  const unitIds = everyone ? null : received.map((duty) => duty.unit.id);
  const selection = { regimeId: scope.templateShared ? regime.id : null, period, templateVersionId, states: receivedStates, unitIds };
  const isSame = everyone && early?.selection.templateVersionId === templateVersionId;
  const statistics = (isSame ? earlyStatistics : undefined) ?? (await statisticsOf(db, selection, version.compiled));
  const history = await aggregateHistory(db, scope, version);
  const made = await aggregateForm(db, { selection, version, duties: received, tree, history, statistics });
  return ok({ ...made, duties, version, selection });
};

/**
 * At the top of the tree a parent as a rule takes in everyone who is assigned. Their sums are then begun before it is
 * known for sure, so that the database adds while coverage is worked out here; they are used only if it was so.
 */
const earlySums = async (db: Reader, { tree, unit, regime, templateShared, period }: AggregateScope, groups: readonly DutyGroup[]) => {
  const templateVersionId = commonVersion(groups.map(({ templateVersionId, unitIds }) => ({ templateVersionId, units: unitIds.length })));
  if (templateVersionId === undefined || tree.parent(unit.id) !== undefined) return undefined;
  const { compiled } = await templateVersion(db, templateVersionId);
  const regimeId = templateShared ? regime.id : null;
  const selection = { regimeId, period: periodCode(period), templateVersionId, states: receivedStates, unitIds: null };
  return { selection, statistics: statisticsOf(db, selection, compiled) };
};

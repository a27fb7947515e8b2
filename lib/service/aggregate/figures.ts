import { dutiesOf, type ReportSelection } from "@/lib/db";
import { periodCode } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Refusal, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { type TemplateVersion, templateVersion } from "@/lib/service/templateVersion";
import { receivedStates } from "@/lib/workflow";
import { type AggregateForm, aggregateForm } from "./aggregateForm";
import { aggregateHistory } from "./aggregateHistory";
import { coveredDuties, type Duty } from "./coverage";
import type { AggregateScope } from "./scope";

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
  const { duties, templateVersionId, everyone } = coveredDuties(tree, await dutiesOf(db, regime.id, period), unit.id, receivedStates);
  if (templateVersionId === undefined)
    return refuse("notFound", { code: "aggregate.notAssigned", params: { regime: regime.name, unit: unit.name, period } });
  const version = await templateVersion(db, templateVersionId);
  const received = duties.filter((duty) => duty.received);
  const unitIds = everyone ? null : received.map((duty) => duty.unit.id);
  const selection = { regimeId: regime.id, period, templateVersionId, states: receivedStates, unitIds };
  const history = await aggregateHistory(db, scope, version.template);
  const made = await aggregateForm(db, { selection, version, duties: received, tree, history });
  return ok({ ...made, duties, version, selection });
};

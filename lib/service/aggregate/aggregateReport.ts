import { periodCode } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { AggregateDetail } from "@/lib/service/types";
import { openableChildren, unitRef } from "./coverage";
import { aggregateFigures, oneMoment } from "./figures";
import { type AggregateQuery, aggregateScope } from "./scope";

/**
 * A parent's figures of one regime and period, with their coverage: who reported, who is missing, how many gave each
 * figure, and the subordinates that they can be opened into. Refused: what `aggregateScope` and `aggregateFigures`
 * refuse.
 */
export const aggregateReport = (context: ServiceContext, query: AggregateQuery): Outcome<AggregateDetail> =>
  context.db.transaction(async (tx) => {
    const scope = await aggregateScope(tx, context, query);
    if (!scope.ok) return scope;
    const figures = await aggregateFigures(tx, scope.value);
    if (!figures.ok) return figures;
    const { regime, period, cutoff, tree, unit, mayRead } = scope.value;
    const { duties, version, form, presence } = figures.value;
    const missing = duties.filter((duty) => !duty.received);
    return ok({
      regime: { id: regime.id, code: regime.code, name: regime.name },
      period: periodCode(period),
      unit: unitRef(unit),
      template: version.template,
      compiled: version.compiled,
      context: figures.value.context,
      content: form.content(),
      cutoff,
      coverage: {
        expected: duties.length,
        received: duties.length - missing.length,
        missing: missing.map((duty) => unitRef(duty.unit)),
      },
      presence,
      children: openableChildren(tree, unit.id, duties),
      path: tree
        .ancestors(unit.id)
        .filter((above) => mayRead(above.id))
        .map(unitRef)
        .reverse(),
    });
  }, oneMoment);

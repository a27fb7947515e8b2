import { and, eq, inArray } from "drizzle-orm";
import { assignments, type Database, dutiesOf, regimes } from "@/lib/db";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { FormContext } from "@/lib/form/types";
import { type CutoffRule, cutoffOf, parsePeriod } from "@/lib/period";
import { historyOf, periodsRead, readsHistory } from "@/lib/service/historyOf";
import { type TemplateVersion, templateVersion } from "@/lib/service/templateVersion";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import { aggregateForm } from "./aggregateForm";
import { coveredDuties } from "./coverage";
import type { AggregateScope } from "./scope";
import { statisticsOf } from "./statistics";

type Reader = Pick<Database, "execute" | "select" | "selectDistinct">;
type Cells = Readonly<Record<CellAddress, CellValue>>;
interface RegimeInPeriod {
  readonly regimeId: string;
  readonly period: string;
  readonly cutoff: unknown;
}

/**
 * The regime's own duties come first; the plan for a year is often another regime of the same lead agency with the same
 * template, the first by code. Regimes of other agencies are no business of this one.
 */
const regimesIn = async (
  db: Reader,
  { regime, leadUnitId }: AggregateScope,
  periods: readonly string[],
): Promise<readonly RegimeInPeriod[]> => {
  const rows = await db
    .selectDistinct({ period: assignments.period, regimeId: regimes.id, cutoff: regimes.cutoff, code: regimes.code })
    .from(assignments)
    .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
    .where(and(eq(regimes.templateId, regime.templateId), eq(regimes.leadUnitId, leadUnitId), inArray(assignments.period, [...periods])))
    .orderBy(regimes.code);
  const found = new Map<string, RegimeInPeriod>();
  for (const row of rows) if (row.regimeId === regime.id || !found.has(row.period)) found.set(row.period, row);
  return [...found.values()];
};

/** A parent's accepted figures of another period, by the administration of that period. */
const acceptedCells = async (db: Reader, { regimeId, period, cutoff }: RegimeInPeriod, unitId: string): Promise<Cells | undefined> => {
  const read = parsePeriod(period);
  if (!read.ok) return undefined;
  const tree = await unitTreeOn(db, cutoffOf(read.value, cutoff as CutoffRule).to);
  const { duties, templateVersionId } = coveredDuties(tree, await dutiesOf(db, regimeId, period), unitId, ["accepted"]);
  const received = duties.filter((duty) => duty.received);
  if (templateVersionId === undefined || received.length === 0) return undefined;
  const version = await templateVersion(db, templateVersionId);
  const unitIds = received.map(({ unit }) => unit.id);
  const selection = { regimeId, period, templateVersionId, states: ["accepted"], unitIds };
  const statistics = await statisticsOf(db, selection, version.compiled);
  return (await aggregateForm(db, { selection, version, duties: received, tree, history: {}, statistics })).form.content().cells;
};

/**
 * What a parent's formulas read of other periods: its own aggregates over the accepted reports of each. Formulas of
 * those periods that look further back find nothing there, so that the chain ends.
 */
export const aggregateHistory = async (
  db: Reader,
  scope: AggregateScope,
  { template, compiled }: Pick<TemplateVersion, "template" | "compiled">,
): Promise<FormContext["history"]> => {
  if (!readsHistory(template)) return {};
  const cells = new Map<string, Cells | undefined>();
  for (const regime of await regimesIn(db, scope, periodsRead(scope.period)))
    cells.set(regime.period, await acceptedCells(db, regime, scope.unit.id));
  return historyOf(scope.period, compiled, (code) => cells.get(code));
};

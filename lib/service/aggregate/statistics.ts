import { type AggregatePlan, aggregatePlan, type PlannedCell, type Statistics } from "@/lib/aggregate";
import { type Database, type Extreme, extremesOf, type ReportSelection, sumChunks, weightedSums } from "@/lib/db";
import { openForm } from "@/lib/form";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { CompiledForm } from "@/lib/form/types";

/** How a version aggregates in a period; base cells do not move with units or entries. */
export interface VersionPlan {
  readonly plan: AggregatePlan;
  /** Texts of rule `list`. */
  readonly listed: readonly CellAddress[];
}

const plans = new WeakMap<CompiledForm, Map<string, VersionPlan>>();

export const planOf = (compiled: CompiledForm, period: string): VersionPlan => {
  const ofVersion = plans.get(compiled) ?? new Map<string, VersionPlan>();
  plans.set(compiled, ofVersion);
  const known = ofVersion.get(period);
  if (known !== undefined) return known;
  const form = openForm(compiled, { period, units: [], history: {} });
  const plan = aggregatePlan(form);
  const listed: CellAddress[] = [];
  for (let cell = 0; cell < form.cellCount; cell++) {
    const info = form.info(cell as CellIndex);
    if (info.role === "input" && info.type === "text" && info.aggregate.rule === "list") listed.push(info.address);
  }
  const made = { plan, listed };
  ofVersion.set(period, made);
  return made;
};

const extremeOf: Partial<Readonly<Record<PlannedCell["rule"], Extreme>>> = { min: "least", max: "greatest", last: "last" };
const placeKey = (extreme: Extreme, { chunk, position }: { readonly chunk: number; readonly position: number }) =>
  `${extreme} ${chunk} ${position}`;

/** What the reports hold at each planned cell. */
export type StatisticsLookup = (planned: PlannedCell) => Statistics;

/** Asks the database for what the rules need: the sums of all, extremes and weighted sums only of those that want them. */
export const statisticsOf = async (
  db: Pick<Database, "execute">,
  selection: ReportSelection,
  compiled: CompiledForm,
): Promise<StatisticsLookup> => {
  const { plan } = planOf(compiled, selection.period);
  const sums = await sumChunks(db, selection, plan.cells);
  const extremes = await extremesOf(
    db,
    selection,
    plan.cells.flatMap((planned) => {
      const extreme = extremeOf[planned.rule];
      return extreme === undefined ? [] : [{ chunk: planned.chunk, position: planned.position, extreme }];
    }),
  );
  const weighted = plan.cells.flatMap((value) => (value.weight === undefined ? [] : [{ value, weight: value.weight }]));
  const products = await weightedSums(db, selection, weighted);
  const productsOf = new Map(weighted.map(({ value }, i) => [value.cell, products[i] ?? null]));
  return (planned) => {
    const chunk = sums.get(planned.chunk);
    const extreme = (of: Extreme): number | null => extremes.get(placeKey(of, planned)) ?? null;
    return {
      present: chunk?.present[planned.position] ?? 0,
      sum: chunk?.sum[planned.position] ?? 0,
      least: extreme("least"),
      greatest: extreme("greatest"),
      last: extreme("last"),
      weighted: productsOf.get(planned.cell) ?? null,
    };
  };
};

import { type AggregatePlan, aggregatePlan, combine, gather, hasGathered, type PlannedCell, type Statistics } from "@/lib/aggregate";
import { besidesOf, type Database, type Extreme, extremesOf, type ReportSelection, sumChunks, weightedSums } from "@/lib/db";
import { openForm } from "@/lib/form";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import type { CompiledForm, Form, FormContext } from "@/lib/form/types";
import type { TemplateVersion } from "@/lib/service/templateVersion";
import type { UnitTree } from "@/lib/unit";
import type { Duty } from "./coverage";

type Reader = Pick<Database, "execute" | "select">;

/** How a version aggregates in a period; base cells do not move with units or entries. */
interface VersionPlan {
  readonly plan: AggregatePlan;
  /** Texts of rule `list`. */
  readonly listed: readonly CellAddress[];
}

const plans = new WeakMap<CompiledForm, Map<string, VersionPlan>>();

const planOf = (compiled: CompiledForm, period: string): VersionPlan => {
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

/** Asks the database for what the rules need: the sums of all, extremes and weighted sums only of those that want them. */
const statisticsOf = async (db: Reader, selection: ReportSelection, plan: AggregatePlan): Promise<(planned: PlannedCell) => Statistics> => {
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

const empty: ReportContent = { cells: {}, narrative: {}, entries: {} };

/** Texts, added rows and sections of the received reports, put together; nothing is read where the template has none. */
const gathered = async (
  db: Reader,
  selection: ReportSelection,
  { template }: TemplateVersion,
  listed: readonly CellAddress[],
  duties: readonly Duty[],
): Promise<ReportContent> => {
  if (!hasGathered(template, listed)) return empty;
  const rows = new Map((await besidesOf(db, selection)).map((row) => [row.unitId, row]));
  const units = duties.flatMap(({ unit }) => {
    const row = rows.get(unit.id);
    if (row === undefined) return [];
    // Written by the report service, which checks every shape.
    const content: ReportContent = {
      cells: row.cells as Readonly<Record<CellAddress, CellValue>>,
      narrative: row.narrative as Readonly<Record<string, RichDoc>>,
      entries: row.entries as Readonly<Record<string, readonly Entry[]>>,
    };
    return [{ unit, content }];
  });
  return gather(template, units, listed);
};

/** A parent's figures over some reports. */
export interface AggregateForm {
  readonly form: Form;
  readonly context: FormContext;
  /** Reports that give a figure, by address of the input. */
  readonly presence: Readonly<Record<CellAddress, number>>;
}

/**
 * Adds up the received reports: every input by its rule, every computed cell recomputed from the aggregated inputs, so
 * that a percentage is never averaged.
 */
export const aggregateForm = async (
  db: Reader,
  given: {
    readonly selection: ReportSelection;
    readonly version: TemplateVersion;
    readonly duties: readonly Duty[];
    readonly tree: UnitTree;
    readonly history: FormContext["history"];
  },
): Promise<AggregateForm> => {
  const { selection, version, duties, tree, history } = given;
  const { plan, listed } = planOf(version.compiled, selection.period);
  const combined = combine(plan, await statisticsOf(db, selection, plan));
  const beside = await gathered(db, selection, version, listed, duties);
  const context: FormContext = { period: selection.period, units: repeatedUnits(tree, duties, beside), history };
  const form = openForm(version.compiled, context, beside);
  const presence: Record<CellAddress, number> = {};
  for (const { planned, value, present } of combined) {
    presence[planned.address] = present;
    // Not through `apply`: a mean has more decimals than an entered figure, and a sum may pass the bounds of one unit's.
    form.values[planned.cell] = value;
  }
  form.recalculate();
  return { form, context, presence };
};

/** Rows and columns for each unit: the subordinates of the units that reported, where a report holds figures of any. */
const repeatedUnits = (tree: UnitTree, duties: readonly Duty[], { cells }: ReportContent): FormContext["units"] =>
  Object.keys(cells).some((address) => address.includes("@"))
    ? duties.flatMap(({ unit }) =>
        tree
          .children(unit.id)
          .filter(({ level }) => level !== "agency")
          .map(({ code, name }) => ({ key: code, name })),
      )
    : [];

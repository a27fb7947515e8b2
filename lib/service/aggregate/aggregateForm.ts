import { combine, type Gathered, gather, hasGathered } from "@/lib/aggregate";
import { besidesOf, type Database, type ReportSelection } from "@/lib/db";
import { formUnits, openForm } from "@/lib/form";
import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import type { Form, FormContext } from "@/lib/form/types";
import type { TemplateVersion } from "@/lib/service/templateVersion";
import type { UnitTree } from "@/lib/unit";
import type { Duty } from "./coverage";
import { planOf, type StatisticsLookup } from "./statistics";

type Reader = Pick<Database, "execute">;

const empty: Gathered = { content: { cells: {}, narrative: {}, entries: {} }, origins: new Map() };

/** Texts, added rows and sections of the received reports, put together; nothing is read where the template has none. */
const gathered = async (
  db: Reader,
  selection: ReportSelection,
  { template }: TemplateVersion,
  listed: readonly CellAddress[],
  duties: readonly Duty[],
): Promise<Gathered> => {
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
  /** Whose report each of the entries comes from. */
  readonly origins: Gathered["origins"];
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
    readonly statistics: StatisticsLookup;
  },
): Promise<AggregateForm> => {
  const { selection, version, duties, tree, history, statistics } = given;
  const { plan, listed } = planOf(version.compiled, selection.period);
  const combined = combine(plan, statistics);
  const { content: beside, origins } = await gathered(db, selection, version, listed, duties);
  const context: FormContext = { period: selection.period, units: repeatedUnits(tree, duties, beside), history, aggregated: true };
  const form = openForm(version.compiled, context, beside);
  const presence: Record<CellAddress, number> = {};
  for (const { planned, value, present } of combined) {
    presence[planned.address] = present;
    // Not through `apply`: a mean has more decimals than an entered figure, and a sum may pass the bounds of one unit's.
    form.values[planned.cell] = value;
  }
  form.recalculate();
  return { form, context, presence, origins };
};

/** Rows and columns for each unit: the subordinates of the units that reported, where a report holds figures of any. */
const repeatedUnits = (tree: UnitTree, duties: readonly Duty[], { cells }: ReportContent): FormContext["units"] =>
  Object.keys(cells).some((address) => address.includes("@")) ? duties.flatMap(({ unit }) => formUnits(tree.children(unit.id))) : [];

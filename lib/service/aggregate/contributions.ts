import { originOf, storedCell } from "@/lib/aggregate";
import { besidesOf, numbersAt, reportIdsOf } from "@/lib/db";
import type { CellAddress, CellIndex, CellValue } from "@/lib/form/content";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import type { ContributionList, UnitRef } from "@/lib/service/types";
import type { Unit, UnitTree } from "@/lib/unit";
import { unitRef } from "./coverage";
import { type AggregateFigures, aggregateFigures, oneMoment, type Reader } from "./figures";
import { placeLabels } from "./placeLabels";
import { type AggregateQuery, aggregateScope } from "./scope";

/** A figure of an aggregate. */
export interface ContributionQuery extends AggregateQuery {
  /** Address of the cell: `t1.r01.c3`. */
  readonly at: string;
}

const districtOf = (tree: UnitTree, unit: Unit): UnitRef | null => {
  const district = tree.ancestors(unit.id).find(({ level }) => level === "district");
  return district ? unitRef(district) : null;
};

const isMark = (value: unknown): value is string => value === "-" || value === "x";

/** What each received report holds at an address, by unit. */
const valuesAt = async (db: Reader, figures: AggregateFigures, cell: CellIndex): Promise<ReadonlyMap<string, CellValue>> => {
  const { form, selection, version } = figures;
  const { address } = form.info(cell);
  const values = new Map<string, CellValue>();
  const place = storedCell(form, cell);
  if (place !== undefined) {
    for (const { unitId, value, beside } of await numbersAt(db, selection, place, address))
      values.set(unitId, isMark(beside) ? beside : value === null ? besideValue(beside) : value / place.scale);
    return values;
  }
  // An entry is one unit's, and bears another id in its report.
  const origin = originOf(version.template, figures, address);
  for (const { unitId, cells } of await besidesOf(db, selection)) {
    if (origin === undefined) values.set(unitId, besideValue(cells[address]));
    else if (unitId === origin.unitId) values.set(unitId, besideValue(cells[origin.at]));
  }
  return values;
};

const besideValue = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

/**
 * Opens a figure of an aggregate into its contributions: every reporting unit under the parent, in the order of the
 * tree, with the value of its own cell; null where it left it blank or has not reported. Computed cells show each
 * unit's own result, which need not add up to the parent's. Refused: what `aggregateScope` and `aggregateFigures`
 * refuse, and `aggregate.unknownCell` (notFound).
 */
export const contributions = (context: ServiceContext, query: ContributionQuery): Outcome<ContributionList> =>
  context.db.transaction(async (tx) => {
    const scope = await aggregateScope(tx, context, query);
    if (!scope.ok) return scope;
    const { tree, unit, period, cutoff } = scope.value;
    const figures = await aggregateFigures(tx, scope.value);
    if (!figures.ok) return figures;
    const { form, version, duties } = figures.value;
    const at = query.at as CellAddress;
    const cell = form.index(at);
    if (cell === undefined) return refuse("notFound", { code: "aggregate.unknownCell", params: { cell: query.at } });
    const { role, aggregate } = form.info(cell);
    const values = await valuesAt(tx, figures.value, cell);
    const reportIds = await reportIdsOf(tx, scope.value.regime.id, figures.value.selection.period);
    const entries = form.content().entries;
    return ok({
      at,
      ...placeLabels(version.template, at, { period, cutoff, unitName: unit.name, entries }),
      rule: role === "computed" ? "formula" : aggregate.rule,
      total: form.read(cell),
      contributions: duties.map(({ unit: one, state, received }) => ({
        unit: unitRef(one),
        district: districtOf(tree, one),
        reportId: reportIds.get(one.id) ?? null,
        state,
        value: received ? (values.get(one.id) ?? null) : null,
      })),
    });
  }, oneMoment);

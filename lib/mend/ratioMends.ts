import { formulaScope, resolvedAt, sameDimension, unitOfMeasure } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { flatRows, leafColumns, type Table, type Template, tablesOf } from "@/lib/template";
import { type Command, type Place, partAt } from "@/lib/template/edit";
import { formulaAt } from "./formulaMends";
import { type Mend, mend } from "./mend";

/** Ratios that are added by a formula or over units, and totals of entered percentages. */
export function ratioMends(template: Template, problem: Problem, place: Place): readonly Mend[] {
  const table = tablesOf(template).find(({ id }) => "block" in place && id === place.block);
  if (table === undefined) return [];
  switch (problem.code) {
    case "lint.ratioAggregated":
      return aggregated(template, table, place, String(problem.params.unit));
    case "lint.ratioSummed":
      return summed(template, table, place);
    case "lint.percentTotal":
      return place.kind === "column" ? keepBlank(template, table, place.column) : [];
    default:
      return [];
  }
}

/** A mean weighed by what the quotient divides by, where there is one such column or row; or no figure at all. */
function aggregated(template: Template, table: Table, place: Place, unit: string): readonly Mend[] {
  const weight = weightOf(template, table, place, unit);
  const weighed =
    weight === undefined
      ? []
      : [mend("weigh", { weight: weight.name }, setOf([place], { aggregate: { rule: "weightedMean", weight: weight.id } }))];
  return [...weighed, mend("aggregateNone", {}, setOf([place], { aggregate: { rule: "none" } }))];
}

interface Weight {
  readonly id: string;
  readonly name: string;
}

/** Tạ/ha is weighed by the column or row of ha. */
function weightOf(template: Template, table: Table, place: Place, unit: string): Weight | undefined {
  const divisor = unit.slice(unit.lastIndexOf("/") + 1);
  if (!unit.includes("/")) return undefined;
  const wanted = unitOfMeasure(divisor).dimension;
  const columns = leafColumns(table).flatMap(({ column }) => (column.kind === "value" ? [column] : []));
  const rows = flatRows(table).flatMap(({ row }) => (row.kind === "label" ? [] : [row]));
  const ownColumn = "column" in place ? place.column : undefined;
  const ownRow = "row" in place ? place.row : undefined;
  const fits = (part: { readonly id: string; readonly unit?: string }): boolean =>
    part.unit !== undefined && part.id !== ownColumn && part.id !== ownRow && sameDimension(unitOfMeasure(part.unit).dimension, wanted);
  const found = [...columns, ...rows].filter(fits);
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const code = formulaScope(template, { kind: "row", block: table.id, row: rows[0]?.id ?? "" })?.show(only.id) ?? only.id;
  return { id: only.id, name: code };
}

/** A cell's own sum of ratios goes, so that its column computes it; where a row adds ratios, their cells stay blank. */
function summed(template: Template, table: Table, place: Place): readonly Mend[] {
  if (place.kind === "cell") {
    const column = partAt(template, { kind: "column", block: place.block, column: place.column });
    const computes = column !== undefined && "formula" in column && column.formula !== undefined;
    return computes && formulaAt(template, place) !== undefined
      ? [mend("byColumn", {}, { do: "set", at: [place], values: {}, clear: ["formula"] })]
      : [mend("leaveBlank", { count: 1 }, { do: "set", at: [place], values: { lock: "blank" }, clear: ["formula"] })];
  }
  if (place.kind !== "row") return [];
  const cells = leafColumns(table).flatMap(({ column }): readonly Place[] => {
    const resolved = column.kind === "value" ? resolvedAt(template, table.id, place.row, column.id) : undefined;
    return resolved?.type === "percent" || isQuotient(resolved?.unit)
      ? resolved?.source === "row"
        ? [{ kind: "cell", block: table.id, row: place.row, column: column.id }]
        : []
      : [];
  });
  return cells.length === 0 ? [] : [mend("leaveBlank", { count: cells.length }, setOf(cells, { lock: "blank" }))];
}

const isQuotient = (unit: string | undefined): boolean =>
  unit !== undefined && Object.values(unitOfMeasure(unit).dimension).some((power) => power < 0);

/** Totals of entered percentages are blank; said once, it is no finding any more. */
function keepBlank(template: Template, table: Table, column: string): readonly Mend[] {
  const cells = flatRows(table).flatMap(({ row }): readonly Place[] => {
    if (row.kind !== "total" && row.kind !== "subtotal") return [];
    return resolvedAt(template, table.id, row.id, column)?.lock === "blank" ? [{ kind: "cell", block: table.id, row: row.id, column }] : [];
  });
  return cells.length === 0 ? [] : [mend("leaveBlank", { count: cells.length }, setOf(cells, { lock: "blank" }))];
}

const setOf = (at: readonly Place[], values: Extract<Command, { do: "set" }>["values"]): Command => ({ do: "set", at, values });

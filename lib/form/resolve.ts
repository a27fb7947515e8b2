import type { Aggregation, Text, ValueType } from "@/lib/template";
import type { ColumnLayout, Properties, RowLayout, TableLayout } from "./layout";
import { ratioColumns, type TellRatio } from "./ratioColumns";

/** Whose formula a cell runs: it decides along which line of cells the formula is repeated. */
export type FormulaSource = "cell" | "row" | "column";

/** All that holds for one cell, after cell, row, column and table have been asked. */
export interface ResolvedCell {
  readonly type: ValueType;
  readonly unit: string | undefined;
  readonly decimals: number;
  readonly formula: string | undefined;
  readonly source: FormulaSource | undefined;
  readonly aggregate: Aggregation;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** `none` where the cell is open. */
  readonly lock: "none" | "blank" | "x";
  readonly default: number | string | boolean | undefined;
  readonly required: boolean;
  readonly choices: readonly { readonly value: string; readonly label: Text }[] | undefined;
  readonly indicator: string | undefined;
  /** Most characters of a text; undefined where the template sets no bound of its own. */
  readonly maxLength: number | undefined;
}

/** Whether values of the type are figures. */
export const isNumeric = (type: ValueType): boolean => type === "number" || type === "integer" || type === "percent";

/** Digits after the decimal comma where the template says nothing. */
const DEFAULT_DECIMALS: Readonly<Partial<Record<ValueType, number>>> = { number: 2, percent: 2 };

/** Most decimals that a cell may have: the schema's bound. */
export const MAX_DECIMALS = 6;

/**
 * What holds for the cell at a crossing. The most specific of cell, row, column, table wins, except that
 * - a column of percentages, texts, dates, choices or yes/no keeps its type whatever the row says;
 * - a unit of measure never comes from row or table into a percent column (nor a table's decimals);
 * - of a row's and a column's formula the row's wins, unless the column is of percentages or its formula a ratio: those
 *   are recomputed in a total row, never added (`ratioColumns`);
 * - subtotal and total rows without a formula sum their children, but no percentages that are entered: such a cell stays
 *   blank and locked, unless a formula computes it or `none` opens it;
 * - a lock stands unless something as specific or more says `none`; a formula on the cell itself also lifts it.
 */
export function resolveCell(
  table: Pick<TableLayout, "unit" | "decimals" | "cells" | "columns">,
  row: Pick<RowLayout, "id" | "kind" | "own">,
  column: Pick<ColumnLayout, "id" | "own">,
  isRatio: TellRatio,
): ResolvedCell {
  const cell: Properties = table.cells[`${row.id}.${column.id}`] ?? {};
  const columnRules = column.own.type !== undefined && column.own.type !== "number" && column.own.type !== "integer";
  const type = cell.type ?? (columnRules ? column.own.type : (row.own.type ?? column.own.type)) ?? "number";
  const numeric = isNumeric(type);
  const percentColumn = column.own.type === "percent";
  const inherited = percentColumn ? (column.own.unit ?? "%") : (row.own.unit ?? column.own.unit ?? table.unit);
  const unit = cell.unit ?? (numeric ? inherited : undefined);
  const decimals =
    type === "integer"
      ? 0
      : (cell.decimals ??
        (percentColumn ? column.own.decimals : (row.own.decimals ?? column.own.decimals ?? table.decimals)) ??
        DEFAULT_DECIMALS[type] ??
        0);
  const chosen = numeric
    ? chooseFormula(cell, row, column, type, percentColumn || ratioColumns(table.columns, isRatio).has(column.id))
    : type === "boolean"
      ? chooseCondition(cell, row, column)
      : { formula: cell.formula, source: "cell" as const };
  const unsummed = type === "percent" && chosen.formula === undefined && isSumRow(row);
  const lock = cell.lock ?? row.own.lock ?? column.own.lock ?? (unsummed ? "blank" : "none");
  const formula = lock === "none" || chosen.source === "cell" ? chosen.formula : undefined;
  return {
    type,
    unit,
    decimals,
    formula,
    source: formula === undefined ? undefined : chosen.source,
    aggregate: cell.aggregate ??
      row.own.aggregate ??
      column.own.aggregate ?? { rule: type === "number" || type === "integer" ? "sum" : "none" },
    min: cell.min ?? row.own.min ?? column.own.min,
    max: cell.max ?? row.own.max ?? column.own.max,
    lock: formula === undefined ? lock : "none",
    default: cell.default ?? row.own.default ?? column.own.default,
    required: cell.required ?? row.own.required ?? column.own.required ?? false,
    choices: cell.choices ?? row.own.choices ?? column.own.choices,
    indicator: cell.indicator ?? row.own.indicator ?? column.own.indicator,
    maxLength: cell.maxLength ?? row.own.maxLength ?? column.own.maxLength,
  };
}

const isSumRow = ({ kind }: Pick<RowLayout, "kind">): boolean => kind === "subtotal" || kind === "total";

function chooseFormula(
  cell: Properties,
  row: Pick<RowLayout, "kind" | "own">,
  column: Pick<ColumnLayout, "own">,
  type: ValueType,
  isRecomputed: boolean,
): { readonly formula: string | undefined; readonly source: FormulaSource } {
  if (cell.formula !== undefined) return { formula: cell.formula, source: "cell" };
  const ofColumn = column.own.formula;
  const ofRow = row.own.formula ?? (isSumRow(row) && type !== "percent" ? "sum(children)" : undefined);
  if (ofColumn !== undefined && (ofRow === undefined || isRecomputed)) return { formula: ofColumn, source: "column" };
  return { formula: ofRow, source: "row" };
}

/** A row of sums says nothing of its yes/no cells, unless the whole row is of that type. */
function chooseCondition(
  cell: Properties,
  row: Pick<RowLayout, "own">,
  column: Pick<ColumnLayout, "own">,
): { readonly formula: string | undefined; readonly source: FormulaSource } {
  if (cell.formula !== undefined) return { formula: cell.formula, source: "cell" };
  if (row.own.type === "boolean" && row.own.formula !== undefined) return { formula: row.own.formula, source: "row" };
  return { formula: column.own.type === "boolean" ? column.own.formula : undefined, source: "column" };
}

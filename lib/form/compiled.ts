import type { BinaryOperator, UnaryOperator } from "@/lib/formula/expr";
import type { Check, Repeat, Text } from "@/lib/template";
import type { ColumnLayout, HeadLayout, RowLayout, TableLayout } from "./layout";
import type { ResolvedCell } from "./resolve";

/** Periods whose accepted values formulas read; `ytd` stands for the year's earlier periods alone. */
export type HistoryKind = "prev" | "lastYear" | "ytd" | "yearPlan";

/** A cell by the indices of its table, row and column; null: the row or column that the formula stands in. */
export interface CellReference {
  readonly kind: "cell";
  readonly table: number;
  readonly row: number | null;
  readonly column: number | null;
  readonly history?: HistoryKind;
}

/** The figures of rows × columns, as arguments of sum, mean, min, max, count. */
export interface SpanReference {
  readonly kind: "span";
  readonly table: number;
  readonly rows: readonly number[] | null;
  readonly columns: readonly number[] | null;
}

/** A formula whose names are resolved: the tree of `lib/formula` with indices instead of names. */
export type Bound =
  | { readonly kind: "number"; readonly value: number }
  | CellReference
  | SpanReference
  | { readonly kind: "children" }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Bound }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Bound; readonly right: Bound }
  | { readonly kind: "if"; readonly test: Bound; readonly holds: Bound; readonly fails: Bound }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Bound[] };

export interface CompiledFormula {
  /** As shown: with codes. */
  readonly text: string;
  readonly expr: Bound;
}

/** What holds for all cells of one kind; `formula` is an index, -1 where they have none. */
export interface CellShape extends Omit<ResolvedCell, "formula"> {
  readonly formula: number;
}

export type CompiledColumn = Omit<ColumnLayout, "own">;
export type CompiledRow = Omit<RowLayout, "own" | "repeat"> & {
  readonly repeat: Repeat | undefined;
  /** The row's own unit of measure, for the column of units. */
  readonly unit: string | undefined;
  /** Rows with the same class have the same shapes. */
  readonly class: number;
};

export interface CompiledTable extends Omit<TableLayout, "columns" | "rows" | "checks" | "cells" | "decimals"> {
  readonly kind: "table" | "list" | "fields";
  readonly columns: readonly CompiledColumn[];
  readonly rows: readonly CompiledRow[];
  readonly head: readonly HeadLayout[];
  /** By row class, then column: index of a shape, -1 where there is no cell. */
  readonly shapeOf: readonly (readonly number[])[];
  /** By `row.column` (indices): shapes of cells with properties of their own. */
  readonly special: Readonly<Record<string, number>>;
  /**
   * Decimals that a cell is stored with, column by column over all rows, as runs [scale, count, scale, count …];
   * -1: a free double, -2: no figure.
   */
  readonly scales: readonly number[];
}

export interface CompiledCheck extends Pick<Check, "id" | "severity" | "message"> {
  readonly table: number;
  readonly each: "row" | "column" | "once";
  readonly rows: readonly number[] | undefined;
  readonly columns: readonly number[] | undefined;
  readonly text: string;
  readonly expr: Bound;
}

export interface CompiledNarrative {
  readonly id: string;
  readonly prompt: Text;
  readonly required: boolean;
  readonly minLength: number;
  readonly maxLength: number | undefined;
}

/** The inside of a `CompiledForm`. */
export interface Compiled {
  readonly format: 1;
  readonly tables: readonly CompiledTable[];
  readonly baseTables: number;
  readonly shapes: readonly CellShape[];
  readonly formulas: readonly CompiledFormula[];
  readonly checks: readonly CompiledCheck[];
  readonly narratives: readonly CompiledNarrative[];
  /** Groups of fields in document order, for the views: ids of their fields. */
  readonly fieldGroups: readonly { readonly id: string; readonly title: Text | undefined; readonly fields: readonly string[] }[];
}

/** The shape of a cell by the indices of its row and column; undefined where there is no cell. */
export function shapeAt(compiled: Compiled, table: CompiledTable, row: number, column: number): CellShape | undefined {
  const special = table.special[`${row}.${column}`];
  if (special !== undefined) return compiled.shapes[special];
  const index = table.shapeOf[table.rows[row]?.class ?? -1]?.[column] ?? -1;
  return index < 0 ? undefined : compiled.shapes[index];
}

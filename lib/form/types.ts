import type { Problem } from "@/lib/problem";
import type { Aggregation, Text, ValueType } from "@/lib/template";
import type { Compiled } from "./compiled";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent } from "./content";

/** What a cell is for in the opened form and period. */
export type CellRole = "input" | "computed" | "locked" | "absent";

export interface CellInfo {
  readonly address: CellAddress;
  readonly role: CellRole;
  readonly type: ValueType;
  readonly unit: string | undefined;
  readonly decimals: number;
  /**
   * Decimals that every value has exactly: it is stored as the integer of its last decimal and summed exactly.
   * Undefined for free doubles and for cells without figures.
   */
  readonly scale: number | undefined;
  /** Formula with codes, for a computed cell. */
  readonly formula: string | undefined;
  readonly aggregate: Aggregation;
  readonly indicator: string | undefined;
  readonly required: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly choices: readonly { readonly value: string; readonly label: Text }[] | undefined;
}

/** What an opened form needs of its surroundings. */
export interface FormContext {
  /** `2026-03`, `2026-Q1` …; decides which conditional rows and columns exist. */
  readonly period: string;
  /** Direct subordinate units, for rows and columns repeated over units; `key` is the `unitKey` of a unit's code. */
  readonly units: readonly { readonly key: string; readonly name: string }[];
  /** Values of other periods for prev, lastYear, ytd (sum of the earlier periods of the year) and yearPlan, by address. */
  readonly history: Partial<Record<"prev" | "lastYear" | "ytd" | "yearPlan", Readonly<Record<CellAddress, CellValue>>>>;
  /** The figures are a parent's over several reports: inputs that it averages have no fixed decimals there. */
  readonly aggregated?: boolean;
}

export interface Edit {
  readonly at: CellAddress;
  readonly value: CellValue;
}

/** Something found in the values: a rule that fails, a division by zero, a required cell left blank. */
export interface Finding extends Problem {
  /** Text of the designer, where the rule has one. */
  readonly message: Text | undefined;
}

/** Cells in order of computing, kept as stretches, so that an edit that changes most of a form costs no list of them all. */
export interface CellList extends Iterable<CellIndex> {
  readonly length: number;
}

/** A report's figures, opened for reading and editing: the same object in the browser and on the server. */
export interface Form {
  readonly cellCount: number;
  /** NaN where blank or `x`; 0 where `-`. */
  readonly values: Float64Array;
  index(at: CellAddress): CellIndex | undefined;
  info(cell: CellIndex): CellInfo;
  read(cell: CellIndex): CellValue;
  /** Sets inputs and recomputes their dependents alone. Edits refused (locked, computed, unknown, wrong type, out of bounds) change nothing. */
  apply(edits: readonly Edit[]): { readonly changed: CellList; readonly refused: readonly Problem[] };
  /** Recomputes every formula. */
  recalculate(): void;
  /** Replaces the entries of a repeated row or list; values of kept entries stay. */
  setEntries(of: string, entries: readonly Entry[]): void;
  entries(of: string): readonly Entry[];
  /** Rules, required cells and warnings of computing, in document order. */
  findings(): readonly Finding[];
  /** Everything held: inputs and computed. */
  content(): ReportContent;
}

export interface HeadCell {
  readonly label: Text;
  readonly note: Text | undefined;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Id of the column or group. */
  readonly id: string;
}

export interface ColumnView {
  /** Column id, with `@KEY` when repeated over units. */
  readonly key: string;
  readonly kind: "number" | "label" | "unit" | "value";
  readonly label: Text;
  /** Text of the numbering row. */
  readonly number: string;
  readonly width: number | undefined;
  readonly type: ValueType;
}

export interface RowView {
  /** Row id, with `@KEY` when repeated. */
  readonly key: string;
  readonly kind: "group" | "indicator" | "subtotal" | "total" | "label";
  readonly depth: number;
  readonly number: string;
  readonly label: Text;
  readonly note: Text | undefined;
  readonly unit: string | undefined;
  /** One for each value column of the view, in order; undefined where the row has no cell (heading, label, absent). */
  readonly cells: readonly (CellIndex | undefined)[];
  /** The repeated row's address part (`t1.r01`) when this is the first row of an entry that the reporter may remove. */
  readonly entryOf: string | undefined;
}

/** A table as it is drawn, on screen or paper, in the opened period: absent columns and rows are left out. */
export interface TableView {
  readonly id: string;
  readonly title: Text | undefined;
  readonly unit: string | undefined;
  readonly head: readonly (readonly HeadCell[])[];
  readonly numberingRow: boolean;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** Repeated rows of entries: where a button "add" stands. */
  readonly repeats: readonly { readonly of: string; readonly prompt: Text; readonly min: number; readonly max: number }[];
}

/** One input outside of tables. */
export interface FieldView {
  readonly id: string;
  readonly label: Text;
  readonly guidance: Text | undefined;
  readonly width: number | undefined;
  readonly cell: CellIndex;
}

/** A group of fields as it is drawn. */
export interface FieldsView {
  readonly id: string;
  readonly title: Text | undefined;
  readonly fields: readonly FieldView[];
}

/** A list as it is drawn: its columns, and its entries with a cell for each column. */
export interface ListView {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly Omit<FieldView, "cell">[];
  readonly entries: readonly { readonly id: string; readonly label: string; readonly cells: readonly CellIndex[] }[];
  readonly min: number;
  readonly max: number;
}

/**
 * A compiled template version (DESIGN 6): JSON, made once at publishing, read by browser and server.
 * Only lib/form looks inside.
 */
export type CompiledForm = Compiled;

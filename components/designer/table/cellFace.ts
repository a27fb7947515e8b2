import { type FormulaSource, type ResolvedCell, resolveCell } from "@/lib/form";
import { isRatio, parseFormula, showFormula } from "@/lib/formula";
import type { Cell, Column, LeafColumn, Row, Table, ValueColumn, ValueType } from "@/lib/template";

/** What a cell is for, as the designer sees it. */
export interface CellFace {
  readonly role: "input" | "computed" | "blank" | "x";
  readonly type: ValueType;
  readonly unit: string | undefined;
  readonly decimals: number;
  /** By codes, for a computed cell. */
  readonly formula: string | undefined;
  /** The same by ids, as it is kept. */
  readonly stored: string | undefined;
  /** Whose formula it is. */
  readonly source: FormulaSource | undefined;
  readonly starts: number | string | boolean | undefined;
  readonly required: boolean;
  readonly choices: ResolvedCell["choices"];
  /** Whether the cell itself says something. */
  readonly own: boolean;
}

/** Tells what stands in the cells of a table. A new one is made when something that holds for cells has changed. */
export type FaceOf = (row: Row, column: ValueColumn) => CellFace;

const told = new Map<string, ReturnType<typeof parseFormula>>();

/** Each formula is read once; the oldest are forgotten. */
function readOnce(formula: string): ReturnType<typeof parseFormula> {
  let read = told.get(formula);
  if (read === undefined) {
    if (told.size > 2_000) told.clear();
    read = parseFormula(formula);
    told.set(formula, read);
  }
  return read;
}

const tellRatio: Parameters<typeof resolveCell>[3] = (formula, isRatioName) => {
  const read = readOnce(formula);
  return read.ok && isRatio(read.value, isRatioName);
};

/** Codes by id of the rows and columns of a table, for showing its formulas. */
export type CodeOf = ReadonlyMap<string, string>;

const ownOf = ({ row: _row, column: _column, ...own }: Cell): Omit<Cell, "row" | "column"> => own;

/**
 * Tells of any cell what holds for it, from cell, row, column and table.
 * @param leaves columns of the table; their words do not matter here
 */
export function faceTeller(table: Pick<Table, "unit" | "decimals" | "cells">, leaves: readonly LeafColumn[], codes: CodeOf): FaceOf {
  const cells: Record<string, Omit<Cell, "row" | "column">> = {};
  for (const cell of table.cells ?? []) cells[`${cell.row}.${cell.column}`] = ownOf(cell);
  const columns = leaves.map(({ column }) => layoutOf(column));
  const layouts = new Map(columns.map((column) => [column.id, column]));
  const layout = { unit: table.unit, decimals: table.decimals, cells, columns };
  const known = new Map<string, { readonly row: Row; readonly faces: Map<string, CellFace> }>();
  const facesOf = (row: Row): Map<string, CellFace> => {
    const held = known.get(row.id);
    if (held !== undefined && saysTheSame(held.row, row)) return held.faces;
    const faces = new Map<string, CellFace>();
    known.set(row.id, { row, faces });
    return faces;
  };
  const tell: FaceOf = (row, column) => {
    const own = cells[`${row.id}.${column.id}`];
    const resolved = resolveCell(
      layout,
      { id: row.id, kind: row.kind, own: row.kind === "label" ? {} : row },
      layouts.get(column.id) ?? layoutOf(column),
      tellRatio,
    );
    return {
      role: resolved.formula !== undefined ? "computed" : resolved.lock === "none" ? "input" : resolved.lock,
      type: resolved.type,
      unit: resolved.unit,
      decimals: resolved.decimals,
      formula: resolved.formula === undefined ? undefined : formulaByCodes(resolved.formula, codes),
      stored: resolved.formula,
      source: resolved.source,
      starts: resolved.default,
      required: resolved.required,
      choices: resolved.choices,
      own: own !== undefined,
    };
  };
  return (row, column) => {
    const faces = facesOf(row);
    const face = faces.get(column.id) ?? tell(row, column);
    faces.set(column.id, face);
    return face;
  };
}

type LayoutColumn = Parameters<typeof resolveCell>[0]["columns"][number];

function layoutOf(column: LeafColumn["column"]): LayoutColumn {
  return {
    id: column.id,
    code: column.kind === "value" ? (column.code ?? column.id) : column.id,
    kind: column.kind,
    label: column.label,
    note: column.note,
    number: column.number ?? "",
    width: column.width,
    own: column.kind === "value" ? column : {},
    when: [],
    repeated: undefined,
  };
}

/** A formula as the designer reads it. Names of other tables are shown by id. */
export const formulaByCodes = (formula: string, codes: CodeOf): string =>
  showFormula(formula, (path) => (path.length > 2 || path[0] === "f" || path[0] === "ind" ? path : path.map((id) => codes.get(id) ?? id)));

/** Codes that differ from ids. */
export function codesOf(leaves: readonly LeafColumn[], rows: readonly Row[]): CodeOf {
  const codes = new Map<string, string>();
  for (const { column } of leaves) if (column.kind === "value" && column.code !== undefined) codes.set(column.id, column.code);
  const visit = (siblings: readonly Row[]): void => {
    for (const row of siblings) {
      if (row.kind !== "label" && row.code !== undefined) codes.set(row.id, row.code);
      if (row.rows) visit(row.rows);
    }
  };
  visit(rows);
  return codes;
}

/** What a column or row says that is not of its cells. */
const words: ReadonlySet<string> = new Set(["label", "note", "number", "width", "when", "rows"]);

/** Whether two states of a column or row say the same of their cells. */
export function saysTheSame(a: Column | Row, b: Column | Row): boolean {
  if (a === b) return true;
  const keysOf = (part: Column | Row): readonly string[] => Object.keys(part).filter((key) => !words.has(key));
  const read = (part: Column | Row, key: string): unknown => (part as unknown as Record<string, unknown>)[key];
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => read(a, key) === read(b, key));
}

/** Whether two lists of columns say the same of their cells, in the same order. */
export const sayTheSame = (a: readonly LeafColumn[], b: readonly LeafColumn[]): boolean =>
  a.length === b.length && a.every((leaf, at) => leaf.column.id === b[at]?.column.id && saysTheSame(leaf.column, b[at].column));

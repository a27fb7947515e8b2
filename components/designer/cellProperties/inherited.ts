import { flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import { type Place, partAt, type Value } from "@/lib/template/edit";

/** Properties that rows, columns and tables give to their cells. */
export type Inheritable =
  | "type"
  | "unit"
  | "decimals"
  | "aggregate"
  | "lock"
  | "default"
  | "required"
  | "min"
  | "max"
  | "choices"
  | "indicator";

/** What stands for a part that says nothing itself, and who says it. */
export interface Inherited {
  readonly value: Value;
  readonly from: "row" | "column" | "table";
}

type Loose = Readonly<Record<string, Value | undefined>>;

/**
 * What a column, row or cell has of a property without saying it: a cell from its row, then its column, then (unit,
 * decimals) its table, with the exceptions of `resolveCell`: a column of percentages keeps its type, unit and decimals
 * whatever row and table say, and columns of texts, dates, choices, yes/no keep their type.
 */
export function inheritedOf(template: Template, place: Place, property: Inheritable): Inherited | undefined {
  if (place.kind !== "cell" && place.kind !== "column" && place.kind !== "row") return undefined;
  const table = tablesOf(template).find(({ id }) => id === place.block);
  const fromTable = property === "unit" || property === "decimals" ? given(table as unknown as Loose, property, "table") : undefined;
  if (place.kind === "row") return fromTable;
  const column = partAt(template, { kind: "column", block: place.block, column: place.column }) as unknown as Loose | undefined;
  const isPercent = column?.type === "percent";
  const isMeasure = property === "unit" || property === "decimals";
  if (place.kind === "column") return isPercent && isMeasure ? undefined : fromTable;
  const row = partAt(template, { kind: "row", block: place.block, row: place.row }) as unknown as Loose | undefined;
  const [ofRow, ofColumn] = [given(row, property, "row"), given(column, property, "column")];
  if (isPercent && isMeasure) return ofColumn;
  const columnRules = property === "type" && column?.type !== undefined && column.type !== "number" && column.type !== "integer";
  return columnRules ? ofColumn : (ofRow ?? ofColumn ?? fromTable);
}

function given(part: Loose | undefined, property: Inheritable, from: Inherited["from"]): Inherited | undefined {
  const value = part?.[property];
  return value === undefined ? undefined : { value, from };
}

/** What all of these places inherit of a property: one thing, several, or nothing. */
export function sharedInherited(template: Template, places: readonly Place[], property: Inheritable): Inherited | "mixed" | undefined {
  let found: Inherited | undefined;
  for (const [i, place] of places.entries()) {
    const one = inheritedOf(template, place, property);
    if (i > 0 && JSON.stringify(one) !== JSON.stringify(found)) return "mixed";
    found = one;
  }
  return found;
}

/** Ids of the rows with figures and of the columns with values of a table, in document order, with their labels. */
export const linesOf = (template: Template, block: string) => {
  const table = tablesOf(template).find(({ id }) => id === block);
  if (table === undefined) return { rows: [], columns: [] };
  return {
    rows: flatRows(table).flatMap(({ row }) => (row.kind === "label" ? [] : [row])),
    columns: leafColumns(table).flatMap(({ column }) => (column.kind === "value" ? [column] : [])),
  };
};

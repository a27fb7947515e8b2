import {
  type Field,
  type FigureRow,
  fieldsOf,
  flatRows,
  hasFigures,
  leafColumns,
  type Row,
  type Table,
  type Template,
  tablesOf,
  type ValueColumn,
} from "@/lib/template";

/** What a reference of a text (`t1.r01.c3`, `f.dan_so`, `ind.KTXH_01`) names in a template. */
export type Referred =
  | { readonly kind: "cell"; readonly table: Table; readonly tableNumber: number; readonly row: FigureRow; readonly column: ValueColumn }
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "indicator"; readonly code: string }
  /** Nothing that there is, or nothing that has one value. */
  | { readonly kind: "unknown" }
  | { readonly kind: "repeated" };

interface TableParts {
  readonly rows: ReadonlyMap<string, { readonly row: Row; readonly repeated: boolean }>;
  readonly columns: ReadonlyMap<string, { readonly column: ValueColumn; readonly repeated: boolean }>;
}

const partsOf = new WeakMap<Table, TableParts>();

/** A table's rows and value columns by id; kept as long as the table is the same. */
function indexed(table: Table): TableParts {
  const known = partsOf.get(table);
  if (known) return known;
  const columns = new Map<string, { readonly column: ValueColumn; readonly repeated: boolean }>();
  for (const { column, repeatedBy } of leafColumns(table)) {
    if (column.kind === "value") columns.set(column.id, { column, repeated: repeatedBy !== undefined });
  }
  const parts = {
    rows: new Map(flatRows(table).map(({ row, repeatedBy }) => [row.id, { row, repeated: repeatedBy !== undefined }])),
    columns,
  };
  partsOf.set(table, parts);
  return parts;
}

const unknown: Referred = { kind: "unknown" };

/** Follows a reference of a text; it is good by the same rule as that of `checkTemplate`. */
export function followReference(template: Template, ref: string): Referred {
  const [first = "", second = "", third, ...rest] = ref.split(".");
  if (rest.length > 0) return unknown;
  if (first === "f" || first === "ind") {
    if (third !== undefined) return unknown;
    if (first === "ind") return bearsIndicator(template, second) ? { kind: "indicator", code: second } : unknown;
    const field = fieldsOf(template).find(({ id }) => id === second);
    return field ? { kind: "field", field } : unknown;
  }
  const tables = tablesOf(template);
  const number = tables.findIndex(({ id }) => id === first) + 1;
  const table = tables[number - 1];
  if (!table || third === undefined) return unknown;
  const { rows, columns } = indexed(table);
  const row = rows.get(second);
  const column = columns.get(third);
  if (!row || !column || !hasFigures(row.row)) return unknown;
  if (row.repeated || column.repeated) return { kind: "repeated" };
  return { kind: "cell", table, tableNumber: number, row: row.row, column: column.column };
}

const indicatorsOf = new WeakMap<Template, ReadonlySet<string>>();

function bearsIndicator(template: Template, code: string): boolean {
  let known = indicatorsOf.get(template);
  if (!known) {
    const codes = new Set<string>();
    const note = ({ indicator }: { readonly indicator?: string }): void => {
      if (indicator !== undefined) codes.add(indicator);
    };
    fieldsOf(template).forEach(note);
    for (const table of tablesOf(template)) {
      for (const { row } of indexed(table).rows.values()) if (row.kind !== "label") note(row);
      for (const { column } of indexed(table).columns.values()) note(column);
      table.cells?.forEach(note);
    }
    known = codes;
    indicatorsOf.set(template, known);
  }
  return known.has(code);
}

/** The rows and columns of a table whose crossings have one value each, in document order. */
export function embeddable(table: Table): { readonly rows: readonly FigureRow[]; readonly columns: readonly ValueColumn[] } {
  const { rows, columns } = indexed(table);
  return {
    rows: [...rows.values()].flatMap(({ row, repeated }) => (repeated || !hasFigures(row) ? [] : [row])),
    columns: [...columns.values()].flatMap(({ column, repeated }) => (repeated ? [] : [column])),
  };
}

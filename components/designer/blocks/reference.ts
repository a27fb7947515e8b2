import {
  type ColumnGroup,
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
  | {
      readonly kind: "cell";
      readonly tableNumber: number;
      /** The row under those that it needs to be told from others of its name; so the column. */
      readonly row: readonly Row[];
      readonly column: readonly (ColumnGroup | ValueColumn)[];
    }
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "indicator"; readonly code: string }
  /** Nothing that there is, or nothing that has one value. */
  | { readonly kind: "unknown" }
  | { readonly kind: "repeated" };

interface TableParts {
  readonly rows: ReadonlyMap<string, { readonly row: Row; readonly over: readonly Row[]; readonly repeated: boolean }>;
  readonly columns: ReadonlyMap<
    string,
    { readonly column: ValueColumn; readonly over: readonly ColumnGroup[]; readonly repeated: boolean }
  >;
  /** Vietnamese labels that several rows, or several columns, bear. */
  readonly sharedLabels: ReadonlySet<string>;
}

const partsOf = new WeakMap<Table, TableParts>();

/** A table's rows and value columns by id; kept as long as the table is the same. */
function indexed(table: Table): TableParts {
  const known = partsOf.get(table);
  if (known) return known;
  const leaves = leafColumns(table).flatMap(({ column, groups, repeatedBy }) =>
    column.kind === "value" ? [{ column, over: groups, repeated: repeatedBy !== undefined }] : [],
  );
  const rows = flatRows(table).map(({ row, parents, repeatedBy }) => ({ row, over: parents, repeated: repeatedBy !== undefined }));
  const parts = {
    rows: new Map(rows.map((each) => [each.row.id, each])),
    columns: new Map(leaves.map((each) => [each.column.id, each])),
    sharedLabels: new Set([
      ...repeatedLabels(rows.map(({ row }) => row.label.vi)),
      ...repeatedLabels(leaves.map(({ column }) => column.label.vi)),
    ]),
  };
  partsOf.set(table, parts);
  return parts;
}

function repeatedLabels(labels: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return labels.filter((label) => seen.has(label) || !seen.add(label));
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
  const { rows, columns, sharedLabels } = indexed(table);
  const row = rows.get(second);
  const column = columns.get(third);
  if (!row || !column || !hasFigures(row.row)) return unknown;
  if (row.repeated || column.repeated) return { kind: "repeated" };
  return {
    kind: "cell",
    tableNumber: number,
    row: sharedLabels.has(row.row.label.vi) ? [...row.over.slice(-1), row.row] : [row.row],
    column: sharedLabels.has(column.column.label.vi) ? [...column.over, column.column] : [column.column],
  };
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

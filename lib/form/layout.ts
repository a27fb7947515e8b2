import type { Aggregation, Check, Column, Field, List, Repeat, Row, Table, Template, Text, ValueType, When } from "@/lib/template";

/** What a column, row or cell may say of its cells; see `resolveCell` for which one wins. */
export interface Properties {
  readonly type?: ValueType;
  readonly unit?: string;
  readonly decimals?: number;
  readonly formula?: string;
  readonly aggregate?: Aggregation;
  readonly min?: number;
  readonly max?: number;
  readonly lock?: "none" | "blank" | "x";
  readonly default?: number | string | boolean;
  readonly required?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
  readonly indicator?: string;
  readonly maxLength?: number;
}

/** A leaf column, in the order in which columns are printed. */
export interface ColumnLayout {
  readonly id: string;
  readonly code: string;
  readonly kind: "number" | "label" | "unit" | "value";
  readonly label: Text;
  readonly note: Text | undefined;
  /** Text of the numbering row. */
  readonly number: string;
  readonly width: number | undefined;
  readonly own: Properties;
  /** Conditions of the column and of the groups over it: all must hold. */
  readonly when: readonly When[];
  /** Id of the group over it that is repeated for each subordinate unit. */
  readonly repeated: string | undefined;
}

/** A row in document order; trees are flattened, `parent` and `children` keep their shape. */
export interface RowLayout {
  readonly id: string;
  readonly code: string;
  readonly kind: "group" | "indicator" | "subtotal" | "total" | "label";
  readonly breakdown: "some" | "all" | undefined;
  readonly depth: number;
  readonly number: string;
  readonly label: Text;
  readonly note: Text | undefined;
  readonly own: Properties;
  /** Indices into `rows`; -1 at the top. */
  readonly parent: number;
  readonly children: readonly number[];
  /** False for labels and for headings without a formula. */
  readonly hasCells: boolean;
  /** Whether it has a formula of its own, for all of its cells. */
  readonly hasFormula: boolean;
  readonly when: readonly When[];
  /** Index of the repeated row that this row is or stands under. */
  readonly repeatRoot: number | undefined;
  readonly repeat: Repeat | undefined;
}

/** A cell of the head: what is printed over the columns `first` to `last`. */
export interface HeadLayout {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | undefined;
  /** Level from the top, and how many levels it covers. */
  readonly level: number;
  readonly rowSpan: number;
  readonly first: number;
  readonly last: number;
}

/** A table, list or group of fields, flattened. */
export interface TableLayout {
  readonly kind: "table" | "list" | "fields";
  readonly id: string;
  readonly code: string;
  readonly title: Text | undefined;
  readonly unit: string | undefined;
  readonly decimals: number | undefined;
  readonly numberingRow: boolean;
  readonly columns: readonly ColumnLayout[];
  readonly rows: readonly RowLayout[];
  readonly head: readonly HeadLayout[];
  readonly headLevels: number;
  readonly checks: readonly Check[];
  /** Own properties of cells, by `row.column`. */
  readonly cells: Readonly<Record<string, Properties>>;
}

const KEYS = [
  "type",
  "unit",
  "decimals",
  "formula",
  "aggregate",
  "min",
  "max",
  "lock",
  "default",
  "required",
  "choices",
  "indicator",
  "maxLength",
] as const;

/** The properties alone of a column, row, cell or field. */
function propertiesOf(source: object): Properties {
  const own: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value = (source as Record<string, unknown>)[key];
    if (value !== undefined) own[key] = value;
  }
  return own as Properties;
}

function layoutColumns(columns: readonly Column[]): Pick<TableLayout, "columns" | "head" | "headLevels"> {
  const leaves: ColumnLayout[] = [];
  const head: HeadLayout[] = [];
  const depthOf = (column: Column): number => (column.kind === "group" ? 1 + Math.max(0, ...column.columns.map(depthOf)) : 1);
  const headLevels = Math.max(1, ...columns.map(depthOf));
  const walk = (column: Column, level: number, when: readonly When[], repeated: string | undefined): void => {
    const first = leaves.length;
    const place = head.length;
    if (column.kind === "group") {
      const inner = column.when === undefined ? when : [...when, column.when];
      for (const child of column.columns) walk(child, level + 1, inner, column.repeat === undefined ? repeated : column.id);
    } else {
      const position = leaves.length + 1;
      const own = column.kind === "value" && column.when !== undefined ? [...when, column.when] : when;
      leaves.push({
        id: column.id,
        code: column.kind === "value" ? (column.code ?? column.id) : column.id,
        kind: column.kind,
        label: column.label,
        note: column.note,
        number: column.number ?? String(position),
        width: column.width,
        own: column.kind === "value" ? propertiesOf(column) : {},
        when: own,
        repeated,
      });
    }
    head.splice(place, 0, {
      id: column.id,
      label: column.label,
      note: column.note,
      level,
      rowSpan: column.kind === "group" ? 1 : headLevels - level,
      first,
      last: leaves.length - 1,
    });
  };
  for (const column of columns) walk(column, 0, [], undefined);
  return { columns: leaves, head, headLevels };
}

function layoutRows(rows: readonly Row[], cells: Readonly<Record<string, Properties>>): readonly RowLayout[] {
  const withFormula = new Set(
    Object.keys(cells)
      .filter((key) => cells[key]?.formula !== undefined)
      .map((key) => key.split(".")[0]),
  );
  const flat: RowLayout[] = [];
  const walk = (row: Row, parent: number, depth: number, when: readonly When[], repeatRoot: number | undefined): number => {
    const index = flat.length;
    const inner = row.when === undefined ? when : [...when, row.when];
    const repeat = row.kind === "label" ? undefined : row.repeat;
    const root = repeat === undefined ? repeatRoot : (repeatRoot ?? index);
    const children: number[] = [];
    const own = row.kind === "label" ? {} : propertiesOf(row);
    flat.push({
      id: row.id,
      code: row.kind === "label" ? row.id : (row.code ?? row.id),
      kind: row.kind,
      breakdown: row.kind === "label" ? row.breakdown : undefined,
      depth,
      number: row.number ?? "",
      label: row.label,
      note: row.kind === "label" ? undefined : row.note,
      own,
      parent,
      children,
      hasCells: row.kind !== "label" && (row.kind !== "group" || own.formula !== undefined || withFormula.has(row.id)),
      hasFormula: own.formula !== undefined,
      when: inner,
      repeatRoot: root,
      repeat,
    });
    for (const child of row.rows ?? []) children.push(walk(child, index, depth + 1, inner, root));
    return index;
  };
  for (const row of rows) walk(row, -1, 0, [], undefined);
  return flat;
}

/** Flattens a table: its column tree to leaves and head, its row tree to rows with depth. */
export function layoutTable(table: Table): TableLayout {
  const cells: Record<string, Properties> = {};
  for (const cell of table.cells ?? []) cells[`${cell.row}.${cell.column}`] = propertiesOf(cell);
  return {
    kind: "table",
    id: table.id,
    code: table.code ?? table.id,
    title: table.title,
    unit: table.unit,
    decimals: table.decimals,
    numberingRow: table.numberingRow ?? false,
    ...layoutColumns(table.columns),
    rows: layoutRows(table.rows, cells),
    checks: table.checks ?? [],
    cells,
  };
}

const NUMERIC = new Set<string>(["number", "integer", "percent"]);

/** Units and attachments are kept as texts: a unit's code, an attachment's id. */
function fieldColumn(field: Field): ColumnLayout {
  const { type, ...rest } = field;
  return {
    id: field.id,
    code: field.code ?? field.id,
    kind: "value",
    label: field.label,
    note: field.guidance,
    number: "",
    width: field.width,
    own: { ...propertiesOf(rest), type: type === "unit" || type === "attachment" ? "text" : type },
    when: [],
    repeated: undefined,
  };
}

function singleRow(id: string, repeat: Repeat | undefined): RowLayout {
  return {
    id,
    code: id,
    kind: "indicator",
    breakdown: undefined,
    depth: 0,
    number: "",
    label: { vi: "" },
    note: undefined,
    own: {},
    parent: -1,
    children: [],
    hasCells: true,
    hasFormula: false,
    when: [],
    repeatRoot: repeat === undefined ? undefined : 0,
    repeat,
  };
}

function rowOfColumns(
  kind: "list" | "fields",
  id: string,
  title: Text | undefined,
  columns: readonly ColumnLayout[],
  row: RowLayout,
): TableLayout {
  const head = columns.map((c, i) => ({ id: c.id, label: c.label, note: c.note, level: 0, rowSpan: 1, first: i, last: i }));
  return {
    kind,
    id,
    code: id,
    title,
    unit: undefined,
    decimals: undefined,
    numberingRow: false,
    columns,
    rows: [row],
    head,
    headLevels: 1,
    checks: [],
    cells: {},
  };
}

function layoutList(list: List): TableLayout {
  const row = singleRow(list.id, {
    by: "entries",
    prompt: list.title,
    ...(list.min === undefined ? {} : { min: list.min }),
    ...(list.max === undefined ? {} : { max: list.max }),
  });
  return rowOfColumns("list", list.id, list.title, list.columns.map(fieldColumn), row);
}

/** All that holds values in a template, in the order of the cell index. */
export interface Layout {
  /**
   * Tables in document order, then `f` (all number fields of the template as one row), then `f` again with the fields of
   * other types, then lists. The cells of the first group (tables and number fields) are the base cells.
   */
  readonly tables: readonly TableLayout[];
  /** How many of `tables` hold base cells. */
  readonly baseTables: number;
}

/** Flattens the tables, fields and lists of a template. */
export function layoutTemplate(template: Template): Layout {
  const tables: TableLayout[] = [];
  const lists: TableLayout[] = [];
  const fields: ColumnLayout[] = [];
  for (const block of template.blocks) {
    if (block.kind === "table") tables.push(layoutTable(block));
    else if (block.kind === "list") lists.push(layoutList(block));
    else if (block.kind === "fields") fields.push(...block.fields.map(fieldColumn));
  }
  const isNumeric = (column: ColumnLayout): boolean => NUMERIC.has(column.own.type ?? "number");
  const group = (columns: readonly ColumnLayout[]): TableLayout =>
    rowOfColumns("fields", "f", undefined, columns, singleRow("f", undefined));
  return {
    tables: [...tables, group(fields.filter(isNumeric)), group(fields.filter((c) => !isNumeric(c))), ...lists],
    baseTables: tables.length + 1,
  };
}

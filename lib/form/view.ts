import type { CompiledTable } from "./compiled";
import type { CellIndex } from "./content";
import { existsIn } from "./existence";
import { cellOf, entriesKey, type Grid, lineKey } from "./grid";
import { OpenForm } from "./open";
import { roles } from "./plan";
import type { ColumnView, FieldsView, Form, HeadCell, ListView, RowView, TableView } from "./types";

/** A table as it is drawn in the opened period; undefined where the form has no such table. */
export function tableView(form: Form, tableId: string): TableView | undefined {
  const open = opened(form);
  const grid = open.cellIndex.grids.find(({ table }) => table.kind === "table" && table.id === tableId);
  if (grid === undefined) return undefined;
  const { table } = grid;
  const leaves = leavesOf(open, grid);
  return {
    id: table.id,
    title: table.title,
    unit: table.unit,
    head: headOf(open, grid, leaves),
    numberingRow: table.numberingRow,
    columns: leaves.map((leaf) => columnView(open, grid, leaf)),
    rows: rowsOf(open, grid, leaves),
    repeats: table.rows.flatMap((row, i) =>
      row.repeat?.by === "entries" && row.repeatRoot === i && existsIn(row.when, open.context.period)
        ? [{ of: entriesKey(table, i), prompt: row.repeat.prompt, min: row.repeat.min ?? 0, max: row.repeat.max ?? 1000 }]
        : [],
    ),
  };
}

/** A group of fields; undefined where the form has no such group. */
export function fieldsView(form: Form, groupId: string): FieldsView | undefined {
  const open = opened(form);
  const group = open.compiled.fieldGroups.find(({ id }) => id === groupId);
  if (group === undefined) return undefined;
  const fields = group.fields.flatMap((id) => {
    for (const grid of open.cellIndex.grids) {
      const column = grid.table.kind === "fields" ? grid.columnAt.get(id) : undefined;
      const leaf = grid.table.columns.find((c) => c.id === id);
      if (column === undefined || leaf === undefined) continue;
      return [{ id, label: leaf.label, guidance: leaf.note, width: leaf.width, cell: cellOf(grid, 0, column) as CellIndex }];
    }
    return [];
  });
  return { id: group.id, title: group.title, fields };
}

/** A list with its entries; undefined where the form has no such list. */
export function listView(form: Form, listId: string): ListView | undefined {
  const open = opened(form);
  const grid = open.cellIndex.grids.find(({ table }) => table.kind === "list" && table.id === listId);
  const repeat = grid?.table.rows[0]?.repeat;
  if (grid === undefined || repeat?.by !== "entries") return undefined;
  return {
    id: listId,
    title: repeat.prompt,
    columns: grid.table.columns.map(({ id, label, note, width }) => ({ id, label, guidance: note, width })),
    entries: grid.rows.map((line, row) => ({
      id: line.key ?? "",
      label: line.name ?? "",
      cells: grid.columns.map((_, column) => cellOf(grid, row, column) as CellIndex),
    })),
    min: repeat.min ?? 0,
    max: repeat.max ?? 10_000,
  };
}

/** A leaf as it is drawn: a column of the template, and its line where it holds values. */
interface Leaf {
  readonly definition: number;
  readonly line: number | undefined;
  readonly key: string | undefined;
}

/** Columns in printed order: a repeated group stands in its place, once for each unit. */
function leavesOf(open: OpenForm, grid: Grid): readonly Leaf[] {
  const { columns } = grid.table;
  const leaves: Leaf[] = [];
  for (let i = 0; i < columns.length; i++) {
    const group = columns[i]?.repeated;
    let last = i;
    while (group !== undefined && columns[last + 1]?.repeated === group) last++;
    const keys = group === undefined ? [undefined] : open.context.units.map(({ key }) => key);
    for (const key of keys) {
      for (let definition = i; definition <= last; definition++) {
        const column = columns[definition];
        if (column === undefined || !existsIn(column.when, open.context.period)) continue;
        const line = column.kind === "value" ? grid.columnAt.get(lineKey(column.id, key)) : undefined;
        leaves.push({ definition, line, key });
      }
    }
    i = last;
  }
  return leaves;
}

/** Head cells by level; the name of the unit stands in for the label of a repeated group. */
function headOf(open: OpenForm, grid: Grid, leaves: readonly Leaf[]): readonly (readonly HeadCell[])[] {
  const levels: HeadCell[][] = Array.from({ length: grid.table.headLevels }, () => []);
  const units = new Map(open.context.units.map(({ key, name }) => [key, name]));
  for (const cell of [...grid.table.head].sort((a, b) => a.first - b.first || a.level - b.level)) {
    const covered = leaves.filter(({ definition }) => definition >= cell.first && definition <= cell.last);
    const repeated = grid.table.columns[cell.first]?.repeated;
    const keys =
      repeated === undefined || !isWithin(grid.table, cell, repeated) ? [undefined] : [...new Set(covered.map(({ key }) => key))];
    for (const key of keys) {
      const columnSpan = covered.filter((leaf) => key === undefined || leaf.key === key).length;
      if (columnSpan === 0) continue;
      const name = key === undefined || cell.id !== repeated ? undefined : units.get(key);
      levels[cell.level]?.push({
        id: lineKey(cell.id, key),
        label: name === undefined ? cell.label : { vi: name },
        note: cell.note,
        columnSpan,
        rowSpan: cell.rowSpan,
      });
    }
  }
  if (grid.table.columns.some(({ repeated }) => repeated !== undefined)) return orderedByLeaves(levels, leaves, grid.table);
  return levels;
}

/** Whether a head cell is the repeated group or stands under it. */
const isWithin = (table: CompiledTable, cell: { readonly first: number; readonly last: number }, group: string): boolean =>
  table.columns.slice(cell.first, cell.last + 1).every(({ repeated }) => repeated === group) &&
  (table.head.find(({ id }) => id === group)?.first ?? 0) <= cell.first &&
  (table.head.find(({ id }) => id === group)?.last ?? 0) >= cell.last;

/** Repeated groups of several columns: their heads alternate by unit, in the order of the columns under them. */
function orderedByLeaves(
  levels: readonly (readonly HeadCell[])[],
  leaves: readonly Leaf[],
  table: CompiledTable,
): readonly (readonly HeadCell[])[] {
  const firstLeaf = (head: HeadCell): number => {
    const [id, key] = head.id.split("@");
    const own = table.head.find((cell) => cell.id === id);
    return leaves.findIndex(
      ({ definition, key: leafKey }) =>
        own !== undefined && definition >= own.first && definition <= own.last && (key === undefined || leafKey === key),
    );
  };
  return levels.map((level) => [...level].sort((a, b) => firstLeaf(a) - firstLeaf(b)));
}

function columnView(open: OpenForm, grid: Grid, { definition, line, key }: Leaf): ColumnView {
  const column = grid.table.columns[definition];
  if (column === undefined) throw new RangeError(`No column ${definition}`);
  const sample = line === undefined ? undefined : open.compiled.shapes[firstShape(open, grid, line)];
  return {
    key: lineKey(column.id, key),
    kind: column.kind,
    label: column.label,
    number: column.number,
    width: column.width,
    type: sample?.type ?? "text",
  };
}

/** The shape of the first cell of a column that has one. */
function firstShape(open: OpenForm, grid: Grid, column: number): number {
  for (let row = 0; row < grid.rows.length; row++) {
    const shape = open.plan.shapes[cellOf(grid, row, column)] ?? -1;
    if (shape >= 0) return shape;
  }
  return -1;
}

/** Rows in printed order: a repeated block stands in its place, once for each entry or unit. */
function rowsOf(open: OpenForm, grid: Grid, leaves: readonly Leaf[]): readonly RowView[] {
  const { table } = grid;
  const { period, units } = open.context;
  const rows: RowView[] = [];
  for (let i = 0; i < table.rows.length; i++) {
    const row = table.rows[i];
    if (row === undefined || !existsIn(row.when, period)) continue;
    if (row.repeatRoot !== i || row.repeat === undefined) {
      // Rows of a repeated block come with its first row.
      if (row.repeatRoot === undefined) rows.push(rowView(open, grid, i, undefined, leaves, undefined));
      continue;
    }
    const repeat = row.repeat;
    const of = entriesKey(table, i);
    const instances = repeat.by === "units" ? units : open.entries(of).map(({ id, label }) => ({ key: id, name: label }));
    for (const { key, name } of instances) {
      for (let j = i; j < table.rows.length && table.rows[j]?.repeatRoot === i; j++) {
        if (!existsIn(table.rows[j]?.when ?? [], period)) continue;
        rows.push(
          rowView(open, grid, j, { key, name: j === i ? name : undefined }, leaves, j === i && repeat.by === "entries" ? of : undefined),
        );
      }
    }
  }
  return rows;
}

function rowView(
  open: OpenForm,
  grid: Grid,
  definition: number,
  instance: { readonly key: string; readonly name: string | undefined } | undefined,
  leaves: readonly Leaf[],
  entryOf: string | undefined,
): RowView {
  const row = grid.table.rows[definition];
  if (row === undefined) throw new RangeError(`No row ${definition}`);
  const key = lineKey(row.id, instance?.key);
  const line = grid.rowAt.get(key);
  const cells = leaves
    .filter((leaf) => leaf.line !== undefined)
    .map(({ line: column }) => {
      if (line === undefined || column === undefined) return undefined;
      const cell = cellOf(grid, line, column);
      return roles[open.plan.roles[cell] ?? 3] === "absent" ? undefined : (cell as CellIndex);
    });
  return {
    key,
    kind: row.kind,
    depth: row.depth,
    number: row.number,
    label: instance?.name === undefined || instance.name === "" ? row.label : { vi: instance.name },
    note: row.note,
    unit: unitOf(open, row.unit, cells),
    cells,
    entryOf,
  };
}

/** The row's own unit of measure, else the one that its figures share. */
function unitOf(open: OpenForm, own: string | undefined, cells: readonly (CellIndex | undefined)[]): string | undefined {
  if (own !== undefined) return own;
  for (const cell of cells) {
    const shape = cell === undefined ? undefined : open.shape(cell);
    if (shape !== undefined && shape.type !== "percent" && shape.unit !== undefined) return shape.unit;
  }
  return undefined;
}

function opened(form: Form): OpenForm {
  if (form instanceof OpenForm) return form;
  throw new TypeError("A form is opened by openForm");
}

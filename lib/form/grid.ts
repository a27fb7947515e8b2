import type { Compiled, CompiledTable } from "./compiled";
import type { CellAddress, CellIndex, Entry } from "./content";
import { existsIn } from "./existence";

/** A row or column of an opened form: which one of the template, and for which entry or unit where it is repeated. */
export interface Line {
  readonly definition: number;
  readonly key: string | undefined;
  /** What is printed for a repeated line: the entry's label, the unit's name. */
  readonly name: string | undefined;
  /** Whether it exists in the period. */
  readonly exists: boolean;
}

/**
 * A table of an opened form. Lines of the template come first, repeated ones behind. Cells stand column by column in
 * three blocks: base rows × base columns at `base`; repeated rows × base columns at `right`; all rows × repeated
 * columns at `below`.
 */
export interface Grid {
  readonly index: number;
  readonly table: CompiledTable;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly baseRows: number;
  readonly baseColumns: number;
  readonly base: number;
  readonly right: number;
  readonly below: number;
  /** Lines of each row and column of the template, in order. */
  readonly rowsOf: readonly (readonly number[])[];
  readonly columnsOf: readonly (readonly number[])[];
  readonly rowAt: ReadonlyMap<string, number>;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** Index of the cell of two lines. */
export function cellOf(grid: Grid, row: number, column: number): number {
  const { baseRows, baseColumns } = grid;
  if (column < baseColumns) {
    return row < baseRows ? grid.base + column * baseRows + row : grid.right + column * (grid.rows.length - baseRows) + row - baseRows;
  }
  return grid.below + (column - baseColumns) * grid.rows.length + row;
}

/** The cell index of an opened form. */
export interface Index {
  readonly grids: readonly Grid[];
  readonly baseCount: number;
  readonly cellCount: number;
  locate(cell: number): { readonly grid: Grid; readonly row: number; readonly column: number };
  find(at: CellAddress): CellIndex | undefined;
  addressOf(cell: number): CellAddress;
}

export interface Lines {
  readonly period: string | undefined;
  readonly units: readonly { readonly key: string; readonly name: string }[];
  /** By `t1.r01` or `l1`. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

/** Where the entries of a repeated row or list are held: `t1.r01`, `l1`. */
export const entriesKey = (table: CompiledTable, row: number): string =>
  table.kind === "list" ? table.id : `${table.id}.${table.rows[row]?.id}`;

/** Lays out the cells of a form for a period, its units and entries. Base cells come first and never move. */
export function indexForm(compiled: Compiled, lines: Lines): Index {
  const drafts = compiled.tables.map((table) => ({ table, ...rowLines(table, lines), ...columnLines(table, lines) }));
  const offsets = drafts.map(() => ({ base: 0, right: 0, below: 0 }));
  let next = 0;
  const place = (i: number, block: "base" | "right" | "below", size: number): void => {
    const at = offsets[i];
    if (at !== undefined) at[block] = next;
    next += size;
  };
  for (const [i, d] of drafts.entries()) if (i < compiled.baseTables) place(i, "base", d.baseRows * d.baseColumns);
  const baseCount = next;
  for (const [i, d] of drafts.entries()) {
    if (i >= compiled.baseTables) place(i, "base", d.baseRows * d.baseColumns);
    place(i, "right", (d.rows.length - d.baseRows) * d.baseColumns);
    place(i, "below", d.rows.length * (d.columns.length - d.baseColumns));
  }
  const grids = drafts.map((draft, index): Grid => {
    const { table, rows, columns, baseRows, baseColumns } = draft;
    return {
      index,
      table,
      rows,
      columns,
      baseRows,
      baseColumns,
      ...(offsets[index] ?? { base: 0, right: 0, below: 0 }),
      rowsOf: linesOf(table.rows.length, rows),
      columnsOf: linesOf(table.columns.length, columns),
      rowAt: new Map(rows.map((line, i) => [lineKey(table.rows[line.definition]?.id, line.key), i])),
      columnAt: new Map(columns.map((line, i) => [lineKey(table.columns[line.definition]?.id, line.key), i])),
    };
  });
  return new FormIndex(grids, baseCount, next);
}

/** Address part of a line: `r01`, `r01@KEY`. */
export const lineKey = (id: string | undefined, key: string | undefined): string => (key === undefined ? `${id}` : `${id}@${key}`);

function linesOf(definitions: number, lines: readonly Line[]): readonly (readonly number[])[] {
  const of: number[][] = Array.from({ length: definitions }, () => []);
  for (const [i, line] of lines.entries()) of[line.definition]?.push(i);
  return of;
}

function rowLines(table: CompiledTable, lines: Lines): { rows: readonly Line[]; baseRows: number } {
  const base: Line[] = [];
  const repeated: Line[] = [];
  for (const [i, row] of table.rows.entries()) {
    const exists = existsIn(row.when, lines.period);
    if (row.repeatRoot === undefined) {
      if (row.hasCells) base.push({ definition: i, key: undefined, name: undefined, exists });
    } else if (row.repeatRoot === i && row.repeat !== undefined && exists) {
      const block = rowsUnder(table, i);
      for (const { key, name } of row.repeat.by === "units" ? lines.units : entryLines(lines.entries[entriesKey(table, i)])) {
        for (const definition of block) {
          repeated.push({ definition, key, name, exists: existsIn(table.rows[definition]?.when ?? [], lines.period) });
        }
      }
    }
  }
  return { rows: [...base, ...repeated], baseRows: base.length };
}

const entryLines = (entries: readonly Entry[] | undefined): readonly { key: string; name: string }[] =>
  (entries ?? []).map(({ id, label }) => ({ key: id, name: label }));

/** The rows with cells of a repeated block, its first row included. */
function rowsUnder(table: CompiledTable, root: number): readonly number[] {
  const found: number[] = [];
  for (let i = root; i < table.rows.length && table.rows[i]?.repeatRoot === root; i++) if (table.rows[i]?.hasCells) found.push(i);
  return found;
}

function columnLines(table: CompiledTable, lines: Lines): { columns: readonly Line[]; baseColumns: number } {
  const base: Line[] = [];
  const groups = new Map<string, number[]>();
  for (const [i, column] of table.columns.entries()) {
    if (column.kind !== "value") continue;
    if (column.repeated === undefined)
      base.push({ definition: i, key: undefined, name: undefined, exists: existsIn(column.when, lines.period) });
    else groups.set(column.repeated, [...(groups.get(column.repeated) ?? []), i]);
  }
  const repeated: Line[] = [];
  for (const group of groups.values()) {
    for (const unit of lines.units) {
      for (const definition of group) {
        const exists = existsIn(table.columns[definition]?.when ?? [], lines.period);
        repeated.push({ definition, key: unit.key, name: unit.name, exists });
      }
    }
  }
  return { columns: [...base, ...repeated], baseColumns: base.length };
}

class FormIndex implements Index {
  private readonly blocks: readonly { start: number; grid: Grid; block: "base" | "right" | "below" }[];
  private readonly byId: ReadonlyMap<string, Grid>;
  private readonly fields: readonly Grid[];

  constructor(
    readonly grids: readonly Grid[],
    readonly baseCount: number,
    readonly cellCount: number,
  ) {
    this.blocks = grids
      .flatMap((grid) => {
        const extra = grid.rows.length - grid.baseRows;
        return [
          { start: grid.base, size: grid.baseRows * grid.baseColumns, grid, block: "base" as const },
          { start: grid.right, size: extra * grid.baseColumns, grid, block: "right" as const },
          { start: grid.below, size: grid.rows.length * (grid.columns.length - grid.baseColumns), grid, block: "below" as const },
        ];
      })
      .filter(({ size }) => size > 0)
      .sort((a, b) => a.start - b.start);
    this.byId = new Map(grids.filter((g) => g.table.kind !== "fields").map((g) => [g.table.id, g]));
    this.fields = grids.filter((g) => g.table.kind === "fields");
  }

  locate(cell: number): { grid: Grid; row: number; column: number } {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle]?.start ?? 0) <= cell) low = middle;
      else high = middle - 1;
    }
    const found = this.blocks[low];
    if (found === undefined || cell < 0 || cell >= this.cellCount) throw new RangeError(`No cell ${cell}`);
    const { grid, block, start } = found;
    const rows = block === "base" ? grid.baseRows : block === "right" ? grid.rows.length - grid.baseRows : grid.rows.length;
    const column = Math.floor((cell - start) / rows);
    const row = cell - start - column * rows;
    if (block === "right") return { grid, row: row + grid.baseRows, column };
    return { grid, row, column: block === "below" ? column + grid.baseColumns : column };
  }

  find(at: CellAddress): CellIndex | undefined {
    // Every edit passes here: parts are cut out without a list of them.
    const one = at.indexOf(".");
    const two = one < 0 ? -1 : at.indexOf(".", one + 1);
    if (one < 0 || (two >= 0 && at.includes(".", two + 1))) return undefined;
    const first = at.slice(0, one);
    const second = two < 0 ? at.slice(one + 1) : at.slice(one + 1, two);
    const third = two < 0 ? undefined : at.slice(two + 1);
    if (first === "f" && third === undefined) {
      for (const grid of this.fields) {
        const column = grid.columnAt.get(second);
        if (column !== undefined) return cellOf(grid, 0, column) as CellIndex;
      }
      return undefined;
    }
    const grid = this.byId.get(third === undefined ? (first.split("@")[0] ?? "") : first);
    if (grid === undefined || (grid.table.kind === "list") !== (third === undefined)) return undefined;
    const row = grid.rowAt.get(third === undefined ? first : second);
    const column = grid.columnAt.get(third ?? second);
    return row === undefined || column === undefined ? undefined : (cellOf(grid, row, column) as CellIndex);
  }

  addressOf(cell: number): CellAddress {
    const { grid, row, column } = this.locate(cell);
    const { table } = grid;
    const rowLine = grid.rows[row];
    const columnLine = grid.columns[column];
    const columnKey = lineKey(table.columns[columnLine?.definition ?? -1]?.id, columnLine?.key);
    if (table.kind === "fields") return `f.${columnKey}` as CellAddress;
    const rowKey = lineKey(table.rows[rowLine?.definition ?? -1]?.id, rowLine?.key);
    return (table.kind === "list" ? `${rowKey}.${columnKey}` : `${table.id}.${rowKey}.${columnKey}`) as CellAddress;
  }
}

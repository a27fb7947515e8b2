import { childrenOf, figuresOf, type InColumn, standsForRows } from "./children";
import {
  type Bound,
  type CellReference,
  type Compiled,
  type CompiledCheck,
  type CompiledTable,
  type HistoryKind,
  type SpanReference,
  shapeAt,
} from "./compiled";
import { cellOf, type Grid, type Index, lineKey } from "./grid";
import { FREE, NONE, wider } from "./scale";
import type { Progression, Run, Segment } from "./segment";
import { type ListItem, type Slots, slotsOf } from "./slots";
import type { CellRole } from "./types";

export const roles: readonly CellRole[] = ["input", "computed", "locked", "absent"];
const [INPUT, COMPUTED, LOCKED, ABSENT] = [0, 1, 2, 3] as const;

/** What an opened form knows of each cell, and its formulas laid over the cells. */
export interface Plan {
  /** By cell: index of its shape, -1 without one; index into `roles`; decimals that it is fixed to, FREE or NONE. */
  readonly shapes: Int32Array;
  readonly roles: Uint8Array;
  readonly scales: Int8Array;
  readonly segments: readonly Segment[];
  /** A place of the memory that is always blank: operands that do not exist stand there. */
  readonly blankAt: number;
  /** Where the values of other periods begin, by kind: one for each cell. */
  readonly history: ReadonlyMap<HistoryKind, number>;
}

const historyKinds: readonly HistoryKind[] = ["prev", "lastYear", "ytd", "yearPlan"];

/**
 * Lays the formulas of a compiled form over the cells of an index. `anyPeriod`: for no one period, so that sums take all
 * that they take in any.
 */
export function planForm(compiled: Compiled, index: Index, { anyPeriod = false }: { readonly anyPeriod?: boolean } = {}): Plan {
  const used = usedHistory(compiled);
  const history = new Map(used.map((kind, i) => [kind, index.cellCount * (i + 1)]));
  const blankAt = index.cellCount * (used.length + 1);
  const cells = {
    shapes: new Int32Array(index.cellCount).fill(-1),
    roles: new Uint8Array(index.cellCount).fill(ABSENT),
    scales: new Int8Array(index.cellCount).fill(NONE),
  };
  for (const grid of index.grids) describeCells(compiled, grid, cells);
  const builder = new Builder(compiled, index, cells, history, blankAt, anyPeriod);
  for (const grid of index.grids) builder.addGrid(grid);
  return { ...cells, segments: builder.finish(), blankAt, history };
}

/** A check laid over the lines of its table: lane i is at `lines[i]`. */
export interface CheckPlan {
  readonly check: CompiledCheck;
  readonly lanes: readonly { readonly at: string; readonly segment: Segment }[];
}

/** Lays the checks of a form over the rows, columns or whole of their tables. */
export function planChecks(compiled: Compiled, index: Index, plan: Plan): readonly CheckPlan[] {
  return compiled.checks.flatMap((check): readonly CheckPlan[] => {
    const grid = index.grids[check.table];
    if (grid === undefined) return [];
    const slots = slotsOf(check.expr, (ref) => mayRepeat(compiled, ref));
    const lanes = checkLines(check, grid).map(({ row, column, at }) => {
      const builder = new Builder(compiled, index, plan, plan.history, plan.blankAt);
      builder.addLane(slots, -1, FREE, grid, row, column, plan.blankAt);
      return { at, segment: builder.finish()[0] };
    });
    return [{ check, lanes: lanes.flatMap(({ at, segment }) => (segment === undefined ? [] : [{ at, segment }])) }];
  });
}

function checkLines({ each, rows, columns }: CompiledCheck, grid: Grid): readonly { row: number; column: number; at: string }[] {
  const { table } = grid;
  if (each === "once") return [{ row: 0, column: 0, at: table.id }];
  const [lines, wanted, idOf] =
    each === "row"
      ? ([grid.rows, rows, (definition: number) => table.rows[definition]?.id] as const)
      : ([grid.columns, columns, (definition: number) => table.columns[definition]?.id] as const);
  return lines.flatMap((line, i) => {
    if (!line.exists || (wanted !== undefined && !wanted.includes(line.definition))) return [];
    const at = `${table.id}.${lineKey(idOf(line.definition), line.key)}`;
    return [each === "row" ? { row: i, column: 0, at } : { row: 0, column: i, at }];
  });
}

function usedHistory(compiled: Compiled): readonly HistoryKind[] {
  const found = new Set<HistoryKind>();
  const walk = (expr: Bound): void => {
    if (expr.kind === "cell" && expr.history !== undefined) found.add(expr.history);
    for (const part of partsOf(expr)) walk(part);
  };
  for (const { expr } of [...compiled.formulas, ...compiled.checks]) walk(expr);
  return historyKinds.filter((kind) => found.has(kind));
}

/** The operands of an expression. */
export function partsOf(expr: Bound): readonly Bound[] {
  switch (expr.kind) {
    case "unary":
      return [expr.operand];
    case "binary":
      return [expr.left, expr.right];
    case "if":
      return [expr.test, expr.holds, expr.fails];
    case "call":
      return expr.args;
    default:
      return [];
  }
}

type Cells = Pick<Plan, "shapes" | "roles" | "scales">;

function describeCells(compiled: Compiled, grid: Grid, cells: Cells): void {
  const { table } = grid;
  const width = table.columns.length;
  const height = table.rows.length;
  const special = new Map<number, number>();
  for (const [key, shape] of Object.entries(table.special)) {
    const [row, column] = key.split(".").map(Number);
    special.set((row ?? 0) * width + (column ?? 0), shape);
  }
  const scales = expandRuns(table.scales, width * height);
  const roleOfShape = compiled.shapes.map((shape) => (shape.formula >= 0 ? COMPUTED : shape.lock === "none" ? INPUT : LOCKED));
  for (const [c, column] of grid.columns.entries()) {
    for (const [r, row] of grid.rows.entries()) {
      const plain = table.shapeOf[table.rows[row.definition]?.class ?? -1]?.[column.definition] ?? -1;
      const shape = special.size === 0 ? plain : (special.get(row.definition * width + column.definition) ?? plain);
      if (shape < 0) continue;
      const cell = cellOf(grid, r, c);
      cells.shapes[cell] = shape;
      cells.scales[cell] = scales[column.definition * height + row.definition] ?? FREE;
      cells.roles[cell] = row.exists && column.exists ? (roleOfShape[shape] ?? ABSENT) : ABSENT;
    }
  }
}

/** Runs [value, count, value, count …] as values, so many. */
export function expandRuns(runs: readonly number[], size: number): Int8Array {
  const all = new Int8Array(size).fill(NONE);
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const count = runs[i + 1] ?? 0;
    all.fill(runs[i] ?? FREE, at, at + count);
    at += count;
  }
  return all;
}

/** A row run within one block of a grid: lines from `row` by `step`. */
interface LineRun {
  readonly row: number;
  readonly step: number;
  readonly count: number;
}

interface Open {
  readonly slots: Slots;
  readonly formula: number;
  readonly scale: number;
  readonly target: { start: number; step: number };
  count: number;
  readonly points: { start: number; step: number }[];
  readonly pointScales: number[];
  readonly lists: { start: number; step: number; count: number; lane: number }[][];
  readonly listScales: readonly number[];
}

/** Makes segments out of lanes, joining each lane to the one before where all its operands move on evenly. */
class Builder {
  private readonly segments: Segment[] = [];
  private readonly slots: (Slots | undefined)[] = [];
  private open: Open | undefined;
  private readonly lines = new Map<ListItem, Map<number, readonly LineRun[]>>();

  constructor(
    private readonly compiled: Compiled,
    private readonly index: Index,
    private readonly cells: Cells,
    private readonly history: ReadonlyMap<HistoryKind, number>,
    private readonly blankAt: number,
    private readonly anyPeriod = false,
  ) {}

  /** Formulas of columns go down their rows; those of rows and cells along their columns, or down where that takes fewer segments. */
  addGrid(grid: Grid): void {
    const sources = this.compiled.shapes.map(({ source }) => source === "column");
    const across = new Map<number, number[]>();
    for (let column = 0; column < grid.columns.length; column++) {
      for (let row = 0; row < grid.rows.length; row++) {
        const cell = cellOf(grid, row, column);
        if (this.cells.roles[cell] !== COMPUTED) continue;
        const shape = this.cells.shapes[cell] ?? -1;
        if (sources[shape]) this.addCell(grid, row, column, cell);
        else {
          const formula = this.compiled.shapes[shape]?.formula ?? -1;
          const places = across.get(formula);
          if (places === undefined) across.set(formula, [row, column]);
          else places.push(row, column);
        }
      }
    }
    for (const places of across.values()) this.addAcross(grid, places);
  }

  /** Lays a formula of rows over its places: row, column, row, column … down the columns. */
  private addAcross(grid: Grid, down: readonly number[]): void {
    const rows = new Map<number, number[]>();
    for (let i = 0; i < down.length; i += 2) {
      const row = down[i] ?? 0;
      const places = rows.get(row);
      if (places === undefined) rows.set(row, [row, down[i + 1] ?? 0]);
      else places.push(row, down[i + 1] ?? 0);
    }
    const along = [...rows.values()];
    const [first = []] = along;
    const columns = down.length / 2 / rows.size;
    // Sums of evenly spaced rows of many: hundreds of lanes down a column, instead of some along each row.
    if (rows.size > columns) {
      const column = down[1];
      const places = down.slice(0, 2 * rows.size).filter((_, i) => down[i | 1] === column);
      if (this.segmentsOf(grid, places) * columns < this.segmentsOf(grid, first) * rows.size) {
        this.addPlaces(grid, down);
        return;
      }
    }
    for (const places of along) this.addPlaces(grid, places);
  }

  private segmentsOf(grid: Grid, places: readonly number[]): number {
    const probe = new Builder(this.compiled, this.index, this.cells, this.history, this.blankAt, this.anyPeriod);
    probe.addPlaces(grid, places);
    return probe.finish().length;
  }

  private addPlaces(grid: Grid, places: readonly number[]): void {
    for (let i = 0; i < places.length; i += 2) {
      const row = places[i] ?? 0;
      const column = places[i + 1] ?? 0;
      this.addCell(grid, row, column, cellOf(grid, row, column));
    }
  }

  private addCell(grid: Grid, row: number, column: number, cell: number): void {
    const formula = this.compiled.shapes[this.cells.shapes[cell] ?? -1]?.formula ?? -1;
    this.addLane(this.slotsOfFormula(formula), formula, this.cells.scales[cell] ?? FREE, grid, row, column, cell);
  }

  finish(): readonly Segment[] {
    this.close();
    return this.segments;
  }

  private close(): void {
    if (this.open !== undefined) this.segments.push(this.open);
    this.open = undefined;
  }

  private slotsOfFormula(formula: number): Slots {
    let slots = this.slots[formula];
    if (slots === undefined) {
      const expr = this.compiled.formulas[formula]?.expr ?? { kind: "number", value: Number.NaN };
      slots = slotsOf(expr, (ref) => mayRepeat(this.compiled, ref));
      this.slots[formula] = slots;
    }
    return slots;
  }

  /** A formula in one place; `cell` is where its result goes. */
  addLane(slots: Slots, formula: number, scale: number, grid: Grid, row: number, column: number, cell: number): void {
    const points = slots.points.map((ref) => this.pointOf(ref, grid, row, column));
    const lists = slots.lists.map((items) => this.runsOf(items, grid, row, column));
    const listScales = lists.map((runs) => this.scaleOfRuns(runs));
    const pointScales = points.map((at) => this.scaleAt(at));
    if (this.extend(formula, cell, points, lists, listScales, scale)) {
      const known = this.open?.pointScales ?? [];
      for (const [i, one] of pointScales.entries()) known[i] = wider(known[i] ?? one, one);
      return;
    }
    this.close();
    this.open = {
      slots,
      formula,
      scale,
      target: { start: cell, step: 1 },
      count: 1,
      points: points.map((start) => ({ start, step: 0 })),
      pointScales,
      lists: lists.map((runs) => runs.map((run) => ({ ...run }))),
      listScales,
    };
  }

  private extend(
    formula: number,
    cell: number,
    points: readonly number[],
    lists: readonly (readonly Run[])[],
    listScales: readonly number[],
    scale: number,
  ): boolean {
    const open = this.open;
    if (open === undefined || open.formula !== formula || open.scale !== scale) return false;
    if (listScales.some((s, i) => s !== open.listScales[i])) return false;
    const n = open.count;
    const follows = (at: number, from: Progression): boolean => (n === 1 ? true : at === from.start + n * from.step);
    if (!follows(cell, open.target)) return false;
    for (const [i, at] of points.entries()) {
      const from = open.points[i];
      if (from === undefined || !follows(at, from)) return false;
    }
    for (const [i, runs] of lists.entries()) {
      const from = open.lists[i];
      if (from === undefined || from.length !== runs.length) return false;
      for (const [j, run] of runs.entries()) {
        const first = from[j];
        if (first === undefined || first.count !== run.count || first.step !== run.step) return false;
        if (n > 1 && run.start !== first.start + n * first.lane) return false;
      }
    }
    if (n === 1) {
      open.target.step = cell - open.target.start;
      for (const [i, at] of points.entries()) {
        const from = open.points[i];
        if (from !== undefined) from.step = at - from.start;
      }
      for (const [i, runs] of lists.entries()) {
        for (const [j, run] of runs.entries()) {
          const first = open.lists[i]?.[j];
          if (first !== undefined) first.lane = run.start - first.start;
        }
      }
    }
    open.count = n + 1;
    return true;
  }

  private pointOf(ref: CellReference, grid: Grid, row: number, column: number): number {
    const target = this.index.grids[ref.table];
    if (target === undefined) return this.blankAt;
    const r = ref.row === null ? row : soleRow(target, ref.row, grid, row);
    const c = ref.column === null ? column : soleColumn(target, ref.column, grid, column);
    if (r === undefined || c === undefined) return this.blankAt;
    return cellOf(target, r, c) + (ref.history === undefined ? 0 : (this.history.get(ref.history) ?? 0));
  }

  private runsOf(items: readonly ListItem[], grid: Grid, row: number, column: number): readonly Run[] {
    const runs: Run[] = [];
    for (const item of items) {
      const target = item.kind === "children" ? grid : this.index.grids[item.table];
      if (target === undefined) continue;
      const shift = item.kind === "cell" && item.history !== undefined ? (this.history.get(item.history) ?? 0) : 0;
      for (const c of columnsFor(item, target, grid, column)) {
        for (const run of this.lineRuns(item, target, grid, row, c))
          runs.push({ start: cellOf(target, run.row, c) + shift, step: run.step, count: run.count, lane: 0 });
      }
    }
    return joinSingles(runs);
  }

  /** The row lines of an item in a column line, kept for each row and column, or once where it makes no difference. */
  private lineRuns(item: ListItem, target: Grid, grid: Grid, row: number, column: number): readonly LineRun[] {
    const ownRow = grid.table.rows[grid.rows[row]?.definition ?? -1];
    const rowMatters =
      item.kind === "children" || (item.kind === "cell" ? item.row === null : item.rows === null) || ownRow?.repeatRoot !== undefined;
    const columnMatters = item.kind !== "cell" && groupsThatDiffer(this.compiled, target.table).size > 0;
    const key = (rowMatters ? row + 1 : 0) * (target.columns.length + 1) + (columnMatters ? column + 1 : 0);
    let known = this.lines.get(item);
    if (known === undefined) {
      known = new Map();
      this.lines.set(item, known);
    }
    let runs = known.get(key);
    if (runs === undefined) {
      runs = lineRunsOf(this.rowsFor(item, target, grid, row, column), target.baseRows);
      known.set(key, runs);
    }
    return runs;
  }

  private rowsFor(item: ListItem, target: Grid, grid: Grid, row: number, column: number): readonly number[] {
    const definitions = this.rowDefinitions(item, target, grid.rows[row]?.definition ?? -1, target.columns[column]?.definition ?? -1);
    if (definitions === null) return [row];
    return definitions.flatMap((definition) => rowLinesFrom(target, definition, grid, row));
  }

  /** The rows of the template that an item takes in a column; null: the row that the formula stands in. */
  private rowDefinitions(item: ListItem, { table, rows, rowsOf }: Grid, own: number, column: number): readonly number[] | null {
    if (item.kind === "cell") return wrap(item.row);
    if (item.kind === "span" && item.rows === null) return null;
    const exists = (row: number): boolean => {
      if (this.anyPeriod) return table.rows[row]?.when.length === 0;
      const lines = rowsOf[row] ?? [];
      return lines.length === 0 || lines.some((line) => rows[line]?.exists);
    };
    const inColumn: InColumn = { computes: (group) => computes(this.compiled, table, group, column), exists };
    if (item.kind === "children") return childrenOf(table.rows, own, inColumn) ?? [];
    return (item.rows ?? []).flatMap((row) => (table.rows[row]?.kind === "group" ? figuresOf(table.rows, row, inColumn) : [row]));
  }

  /** Decimals of what stands at a place; values of other periods have those of their cell, what holds no figure changes no result. */
  private scaleAt(at: number): number {
    const { scales } = this.cells;
    const scale = at < this.blankAt ? (scales[at < scales.length ? at : at % scales.length] ?? NONE) : NONE;
    return scale === NONE ? 0 : scale;
  }

  private scaleOfRuns(runs: readonly Run[]): number {
    const { scales } = this.cells;
    const size = scales.length;
    let widest = 0;
    for (const { start, step, count } of runs) {
      for (let i = 0, at = start; i < count; i++, at += step) {
        // Values of other periods have the decimals of their cell.
        const scale = scales[at < size ? at : at % size] ?? NONE;
        if (scale === FREE) return FREE;
        if (scale > widest) widest = scale;
      }
    }
    return widest;
  }
}

const computes = (compiled: Compiled, table: CompiledTable, row: number, column: number): boolean =>
  standsForRows(table.rows[row], shapeAt(compiled, table, row, column)?.source);

const differing = new WeakMap<CompiledTable, ReadonlySet<number>>();

/** Headings that compute figures in some of the columns: in the others their rows stand for them. */
function groupsThatDiffer(compiled: Compiled, table: CompiledTable): ReadonlySet<number> {
  let found = differing.get(table);
  if (found === undefined) {
    const lacks = (row: number): boolean =>
      table.columns.some(({ kind }, column) => kind === "value" && !computes(compiled, table, row, column));
    found = new Set(table.rows.flatMap(({ kind, hasCells }, row) => (kind === "group" && hasCells && lacks(row) ? [row] : [])));
    differing.set(table, found);
  }
  return found;
}

/** Whether a reference may stand for several cells in an opened form. */
function mayRepeat(compiled: Compiled, ref: CellReference | SpanReference): boolean {
  const table = compiled.tables[ref.table];
  const rows = ref.kind === "cell" ? (ref.row === null ? [] : [ref.row]) : (ref.rows ?? []);
  const columns = ref.kind === "cell" ? (ref.column === null ? [] : [ref.column]) : (ref.columns ?? []);
  const differs = ref.kind === "span" && table !== undefined ? groupsThatDiffer(compiled, table) : new Set<number>();
  return (
    rows.some((row) => table?.rows[row]?.repeatRoot !== undefined || differs.has(row)) ||
    columns.some((column) => table?.columns[column]?.repeated !== undefined)
  );
}

/** The lines of a row of the template as seen from a cell: within one repeated block its own entry alone, else all. */
export function rowLinesFrom(target: Grid, definition: number, grid: Grid, row: number): readonly number[] {
  const lines = target.rowsOf[definition] ?? [];
  const root = target.table.rows[definition]?.repeatRoot;
  const own = grid.rows[row];
  if (root === undefined || target !== grid || own === undefined || grid.table.rows[own.definition]?.repeatRoot !== root) return lines;
  return lines.filter((line) => target.rows[line]?.key === own.key);
}

/** The same for columns: within one repeated group its own unit alone. */
export function columnLinesFrom(target: Grid, definition: number, grid: Grid, column: number): readonly number[] {
  const lines = target.columnsOf[definition] ?? [];
  const group = target.table.columns[definition]?.repeated;
  const own = grid.columns[column];
  if (group === undefined || target !== grid || own === undefined || grid.table.columns[own.definition]?.repeated !== group) return lines;
  return lines.filter((line) => target.columns[line]?.key === own.key);
}

function soleRow(target: Grid, definition: number, grid: Grid, row: number): number | undefined {
  const lines = target.rowsOf[definition] ?? [];
  if (target.table.rows[definition]?.repeatRoot === undefined) return lines[0];
  const seen = rowLinesFrom(target, definition, grid, row);
  return seen.length === 1 ? seen[0] : undefined;
}

function soleColumn(target: Grid, definition: number, grid: Grid, column: number): number | undefined {
  const lines = target.columnsOf[definition] ?? [];
  if (target.table.columns[definition]?.repeated === undefined) return lines[0];
  const seen = columnLinesFrom(target, definition, grid, column);
  return seen.length === 1 ? seen[0] : undefined;
}

function columnsFor(item: ListItem, target: Grid, grid: Grid, column: number): readonly number[] {
  const definitions = item.kind === "children" ? null : item.kind === "cell" ? wrap(item.column) : item.columns;
  if (definitions === null) return [column];
  return definitions.flatMap((definition) => columnLinesFrom(target, definition, grid, column));
}

const wrap = (only: number | null): readonly number[] | null => (only === null ? null : [only]);

function lineRunsOf(rows: readonly number[], baseRows: number): readonly LineRun[] {
  const singles = rows.map((row): Run => ({ start: row, step: 1, count: 1, lane: row < baseRows ? 0 : 1 }));
  return joinSingles(singles).map(({ start, step, count }) => ({ row: start, step, count }));
}

/** Joins neighbouring runs of one cell that are evenly apart and move on alike. */
export function joinSingles(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (let i = 0; i < runs.length; ) {
    const first = runs[i];
    if (first === undefined) break;
    const second = runs[i + 1];
    if (first.count !== 1 || second === undefined || second.count !== 1 || second.lane !== first.lane) {
      joined.push(first);
      i += 1;
      continue;
    }
    const step = second.start - first.start;
    let count = 2;
    for (; i + count < runs.length; count++) {
      const next = runs[i + count];
      if (next === undefined || next.count !== 1 || next.lane !== first.lane || next.start !== first.start + count * step) break;
    }
    joined.push({ start: first.start, step, count, lane: first.lane });
    i += count;
  }
  return joined;
}

import type { Compiled } from "./compiled";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent, RichDoc } from "./content";
import { type Index, indexForm } from "./grid";
import { OpenForm } from "./open";
import { planForm, roles } from "./plan";
import { isNumeric } from "./resolve";
import { NONE } from "./scale";
import type { CompiledForm, Form } from "./types";

/** Cells in one row of the database. */
export const CHUNK = 100;

/** A hundred cells as they are stored: integers of the last decimal where decimals are fixed, 0 where there is no figure. */
export interface Chunk {
  readonly chunk: number;
  readonly values: readonly number[];
  /** 1 where there is a figure or "-". */
  readonly present: readonly number[];
}

/** What a report holds beside its chunks: marks, texts, yes/no, and all cells of added and repeated rows and columns. */
export interface Extras {
  readonly cells: Readonly<Record<CellAddress, CellValue>>;
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

/** The cells that stand in chunks: cell i in chunk ⌊i / 100⌋, place i mod 100; for any period, units and entries. */
export interface BaseCells {
  readonly count: number;
  /** Fixed decimals: the stored value is an integer of the last one. Undefined: a plain double, or no figure. */
  decimals(cell: number): number | undefined;
  addressOf(cell: number): CellAddress;
}

/** The chunk of a cell; undefined for cells that are not stored in chunks. */
export const chunkOf = (form: Form, cell: CellIndex): number | undefined =>
  cell < opened(form).baseCount ? Math.floor(cell / CHUNK) : undefined;

/** The chunks that must be written again when these cells change. */
export function chunksOf(form: Form, cells: Iterable<CellIndex>): readonly number[] {
  const found = new Set<number>();
  for (const cell of cells) {
    const chunk = chunkOf(form, cell);
    if (chunk !== undefined) found.add(chunk);
  }
  return [...found].sort((a, b) => a - b);
}

/** The figures of a form as chunks: all of them, or those asked for. */
export function toChunks(form: Form, only?: Iterable<number>): readonly Chunk[] {
  const open = opened(form);
  const count = Math.ceil(open.baseCount / CHUNK);
  const wanted = only === undefined ? Array.from({ length: count }, (_, i) => i) : [...only].filter((chunk) => chunk >= 0 && chunk < count);
  return wanted.map((chunk) => {
    const values: number[] = [];
    const present: number[] = [];
    for (let cell = chunk * CHUNK; cell < Math.min((chunk + 1) * CHUNK, open.baseCount); cell++) {
      const stored = storedValue(open, cell);
      values.push(stored ?? 0);
      present.push(stored === undefined ? 0 : 1);
    }
    return { chunk, values, present };
  });
}

function storedValue(form: OpenForm, cell: number): number | undefined {
  const shape = form.shape(cell);
  const value = form.values[cell] ?? Number.NaN;
  if (shape === undefined || !isNumeric(shape.type) || !Number.isFinite(value)) return undefined;
  const scale = form.plan.scales[cell] ?? -1;
  return (scale > 0 ? Math.round(value * 10 ** scale) : value) + 0;
}

/** What of a form does not stand in chunks. */
export function toExtras(form: Form): Extras {
  const open = opened(form);
  const cells: Record<CellAddress, CellValue> = {};
  for (let cell = 0; cell < open.cellCount; cell++) {
    const role = roles[open.plan.roles[cell] ?? 3];
    if (role !== "input" && role !== "computed") continue;
    const value = open.read(cell as CellIndex);
    if (value === null || (cell < open.baseCount && typeof value === "number")) continue;
    cells[open.cellIndex.addressOf(cell)] = value;
  }
  return { cells, entries: open.content().entries };
}

/** Puts chunks and extras together again, with the narrative that is stored beside them. */
export function fromChunks(
  compiled: CompiledForm,
  chunks: Iterable<Chunk>,
  extras: Extras,
  narrative: Readonly<Record<string, RichDoc>> = {},
): ReportContent {
  const { index, scales } = baseOf(compiled);
  const cells: Record<CellAddress, CellValue> = {};
  for (const { chunk, values, present } of chunks) {
    for (const [i, there] of present.entries()) {
      const cell = chunk * CHUNK + i;
      if (there === 0 || cell >= index.baseCount) continue;
      const scale = scales[cell] ?? -1;
      const value = values[i] ?? 0;
      cells[index.addressOf(cell)] = scale > 0 ? value / 10 ** scale : value;
    }
  }
  return { cells: { ...cells, ...extras.cells }, narrative, entries: extras.entries };
}

/** The cells of a form that stand in chunks. */
export function baseCells(compiled: CompiledForm): BaseCells {
  const { index, scales } = baseOf(compiled);
  return {
    count: index.baseCount,
    decimals: (cell) => {
      const scale = cell < index.baseCount ? (scales[cell] ?? NONE) : NONE;
      return scale < 0 ? undefined : scale;
    },
    addressOf: (cell) => index.addressOf(cell),
  };
}

interface Base {
  readonly index: Index;
  readonly scales: Int8Array;
}

const bases = new WeakMap<Compiled, Base>();

/** The base cells of a form do not depend on period, units and entries. */
function baseOf(compiled: Compiled): Base {
  let base = bases.get(compiled);
  if (base === undefined) {
    const index = indexForm(compiled, { period: undefined, units: [], entries: {} });
    const { scales } = planForm({ ...compiled, formulas: [], checks: [] }, index);
    base = { index, scales };
    bases.set(compiled, base);
  }
  return base;
}

function opened(form: Form): OpenForm {
  if (form instanceof OpenForm) return form;
  throw new TypeError("A form is opened by openForm");
}

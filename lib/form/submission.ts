import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "./content";
import { layoutTable, type TableLayout } from "./layout";
import { unitKey, unitOfKey } from "./unitKey";

/** Values of a row by column; of a column repeated over units, by the code of the unit. */
export type SubmissionRow = Readonly<Record<string, CellValue | Readonly<Record<string, CellValue>>>>;
export type SubmissionRows = Readonly<Record<string, SubmissionRow>>;

export interface SubmissionTable {
  readonly rows?: SubmissionRows;
  /** Of rows repeated for entries, by the repeated row: what the reporter added, in order. */
  readonly entries?: Readonly<Record<string, readonly (Entry & { readonly rows?: SubmissionRows })[]>>;
  /** Of rows repeated over units, by the repeated row, then by the code of the unit. */
  readonly units?: Readonly<Record<string, Readonly<Record<string, SubmissionRows>>>>;
}

/** A report as integrators send and receive it; described by `submissionSchema`. Blanks may be left out or null. */
export interface Submission {
  readonly fields?: Readonly<Record<string, CellValue>>;
  readonly tables?: Readonly<Record<string, SubmissionTable>>;
  readonly lists?: Readonly<Record<string, readonly (Entry & { readonly values?: Readonly<Record<string, CellValue>> })[]>>;
  readonly narrative?: Readonly<Record<string, RichDoc>>;
}

/**
 * What a submission holds, by address; blanks (null) are left out. The submission is valid by `submissionSchema`; what
 * a schema cannot say is refused here: an entry's id that is used twice.
 */
export function fromSubmission(submission: Submission): Result<ReportContent, readonly Problem[]> {
  const cells: Record<CellAddress, CellValue> = {};
  const entries: Record<string, readonly Entry[]> = {};
  const problems: Problem[] = [];
  const set = (at: string, value: CellValue): void => {
    if (value !== null) cells[at as CellAddress] = value;
  };
  const setRows = (table: string, rows: SubmissionRows | undefined, key?: string): void => {
    for (const [row, values] of Object.entries(rows ?? {})) {
      const place = `${table}.${key === undefined ? row : `${row}@${key}`}`;
      for (const [column, value] of Object.entries(values)) {
        if (typeof value !== "object" || value === null) set(`${place}.${column}`, value);
        else for (const [unit, one] of Object.entries(value)) set(`${place}.${column}@${unitKey(unit)}`, one);
      }
    }
  };
  const setEntries = (of: string, list: readonly Entry[]): void => {
    const seen = new Set<string>();
    const twice = list.find(({ id }) => seen.size === seen.add(id).size);
    if (twice) problems.push({ code: "submission.entryTwice", params: { id: twice.id }, at: `e.${of}`, severity: "error" });
    entries[of] = list.map(({ id, label }) => ({ id, label }));
  };
  for (const [id, value] of Object.entries(submission.fields ?? {})) set(`f.${id}`, value);
  for (const [id, table] of Object.entries(submission.tables ?? {})) {
    setRows(id, table.rows);
    for (const [row, list] of Object.entries(table.entries ?? {})) {
      setEntries(`${id}.${row}`, list);
      for (const one of list) setRows(id, one.rows, one.id);
    }
    for (const units of Object.values(table.units ?? {}))
      for (const [unit, rows] of Object.entries(units)) setRows(id, rows, unitKey(unit));
  }
  for (const [id, list] of Object.entries(submission.lists ?? {})) {
    setEntries(id, list);
    for (const one of list) for (const [column, value] of Object.entries(one.values ?? {})) set(`${id}@${one.id}.${column}`, value);
  }
  return problems.length > 0 ? fail(problems) : ok({ cells, entries, narrative: submission.narrative ?? {} });
}

/**
 * A report's content as a submission, in the order of the template. Addresses that the template does not have, and
 * values of entries that are not listed, have no place in it and are left out, as are parts without a value.
 */
export function toSubmission(content: ReportContent, template: Template): Submission {
  const read = (at: string): CellValue | undefined => content.cells[at as CellAddress];
  const keys = keysOf(content);
  const fields: Record<string, CellValue> = {};
  const tables: Record<string, SubmissionTable> = {};
  const lists: NonNullable<Mutable<Submission["lists"]>> = {};
  const narrative: Record<string, RichDoc> = {};
  for (const block of template.blocks) {
    if (block.kind === "fields") for (const { id } of block.fields) put(fields, id, read(`f.${id}`));
    if (block.kind === "table") put(tables, block.id, filled(tableOf(layoutTable(block), content, read, keys)));
    if (block.kind === "narrative") put(narrative, block.id, content.narrative[block.id]);
    if (block.kind !== "list") continue;
    const added = content.entries[block.id];
    if (added === undefined) continue;
    lists[block.id] = added.map(({ id, label }) => {
      const values: Record<string, CellValue> = {};
      for (const column of block.columns) put(values, column.id, read(`${block.id}@${id}.${column.id}`));
      return { id, label, ...(filled(values) && { values }) };
    });
  }
  return { ...part("fields", fields), ...part("tables", tables), ...part("lists", lists), ...part("narrative", narrative) };
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: T[K] } : T;
type Read = (at: string) => CellValue | undefined;

function tableOf(table: TableLayout, content: ReportContent, read: Read, keys: ReadonlyMap<string, ReadonlySet<string>>): SubmissionTable {
  const rowOf = (row: string): SubmissionRow => {
    const values: Record<string, SubmissionRow[string]> = {};
    for (const column of table.columns) {
      if (column.kind !== "value") continue;
      const at = `${table.id}.${row}.${column.id}`;
      if (column.repeated === undefined) put(values, column.id, read(at));
      else {
        const byUnit: Record<string, CellValue> = {};
        for (const unit of keys.get(at) ?? []) put(byUnit, unitOfKey(unit), read(`${at}@${unit}`));
        put(values, column.id, filled(byUnit));
      }
    }
    return values;
  };
  const rowsOf = (root: number | undefined, key?: string): SubmissionRows => {
    const rows: Record<string, SubmissionRow> = {};
    for (const { id, hasCells, repeatRoot } of table.rows) {
      if (hasCells && repeatRoot === root) put(rows, id, filled(rowOf(key === undefined ? id : `${id}@${key}`)));
    }
    return rows;
  };
  const entries: Record<string, readonly (Entry & { rows?: SubmissionRows })[]> = {};
  const units: Record<string, Record<string, SubmissionRows>> = {};
  for (const [root, row] of table.rows.entries()) {
    if (row.repeatRoot !== root || row.repeat === undefined) continue;
    if (row.repeat.by === "entries") {
      const added = content.entries[`${table.id}.${row.id}`];
      if (added) entries[row.id] = added.map(({ id, label }) => ({ id, label, ...part("rows", rowsOf(root, id)) }));
      continue;
    }
    const byUnit: Record<string, SubmissionRows> = {};
    for (const unit of unitsOf(table, root, keys)) put(byUnit, unitOfKey(unit), filled(rowsOf(root, unit)));
    put(units, row.id, filled(byUnit));
  }
  return { ...part("rows", rowsOf(undefined)), ...part("entries", entries), ...part("units", units) };
}

/** Units that have a value in a repeated row or one under it, in the order met. */
function unitsOf(table: TableLayout, root: number, keys: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  return new Set(table.rows.flatMap(({ id, repeatRoot }) => (repeatRoot === root ? [...(keys.get(`${table.id}.${id}`) ?? [])] : [])));
}

/** The keys behind each repeated row (`t1.r05`) and cell of a repeated column (`t1.r01.c3`, `t1.r05@KEY.c3`). */
function keysOf(content: ReportContent): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  const note = (of: string, key: string): void => {
    const known = keys.get(of);
    if (known) known.add(key);
    else keys.set(of, new Set([key]));
  };
  for (const at of Object.keys(content.cells)) {
    const [table = "", row = "", column] = at.split(".");
    if (column === undefined) continue;
    const [rowId = "", rowKey] = row.split("@");
    if (rowKey !== undefined) note(`${table}.${rowId}`, rowKey);
    const [columnId = "", columnKey] = column.split("@");
    if (columnKey !== undefined) note(`${table}.${row}.${columnId}`, columnKey);
  }
  return keys;
}

function put<T>(into: Record<string, T>, key: string, value: T | null | undefined): void {
  if (value !== undefined && value !== null) into[key] = value;
}

/** The thing itself, or nothing where it holds nothing. */
const filled = <T extends object>(thing: T): T | undefined => (Object.keys(thing).length > 0 ? thing : undefined);

const part = <K extends string, T extends object>(key: K, thing: T): { [P in K]?: T } =>
  filled(thing) === undefined ? {} : ({ [key]: thing } as { [P in K]?: T });

import {
  type Expr,
  type Kind,
  mapNames,
  type NamePath,
  namesIn,
  nearest,
  parseFormula,
  type Span,
  showFormula,
  storeFormula,
  tokens,
} from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import type { Template, Text } from "@/lib/template";
import { bind, type NameSpace } from "./bind";
import type { FormulaHome, FormulaTarget } from "./formulaHome";
import { indicatorsOf } from "./indicatorsOf";
import type { TableLayout } from "./layout";
import { type LintCell, LintContext } from "./lintContext";
import { type FormulaSource, isNumeric, type ResolvedCell } from "./resolve";

/** A name that a formula may call, as it is written there. */
export interface KnownName {
  readonly name: string;
  readonly kind: "column" | "row" | "table" | "field" | "indicator";
  readonly label: Text;
  /** Labels of the heads over a column, or of the rows over a row, outermost first. */
  readonly over: readonly Text[];
  /** As printed: `(4)`, `1.1`; `""` where it has none. */
  readonly number: string;
}

/** Figures that a formula reads, by the place of their name in its text. */
export interface FormulaRead {
  readonly span: Span;
  /** As it is written. */
  readonly name: string;
  readonly block: string;
  /** Row ids from first to last; undefined: the row that the formula computes. */
  readonly rows: readonly string[] | undefined;
  /** Column ids; undefined: the column that the formula computes. Field ids for fields. */
  readonly columns: readonly string[] | undefined;
  readonly field: boolean;
}

/** What was made of the text of a formula as a person types it. Spans are those of that text. */
export interface FormulaReading {
  /** By ids, as it is kept; undefined while there are errors. */
  readonly stored: string | undefined;
  /** With names by ids; undefined where it cannot be read. */
  readonly expr: Expr | undefined;
  readonly problems: readonly Problem[];
  readonly reads: readonly FormulaRead[];
}

/** Names and meanings of formulas at one place of a template. */
export interface FormulaScope {
  readonly home: FormulaHome;
  readonly wanted: Kind;
  /** A stored formula as people read and write it: by codes. */
  show(stored: string): string;
  read(typed: string): FormulaReading;
  /** Names that may follow a path that ends in a dot; of an empty path: all that may begin. Never the home itself. */
  names(path: readonly string[]): readonly KnownName[];
  /** Label of what a path (by ids or codes) names, with the heads over it. */
  labelOf(path: readonly string[]): LabelOfName | undefined;
  /** The shortest name of a target here, or of a range of targets; undefined where a formula cannot name it. */
  nameOf(first: FormulaTarget, last?: FormulaTarget): string | undefined;
  /** Whose formula a cell of the table runs; undefined where it runs none. */
  source(row: string, column: string): FormulaSource | undefined;
}

/** What a name stands for, part by part: `row` and `column` of a cell, one of them alone, or a field. */
export interface LabelOfName {
  readonly row: KnownName | undefined;
  readonly column: KnownName | undefined;
}

/** Formulas at a place; undefined where the template has no such place or it takes none. The same for the same state and place. */
export function formulaScope(template: Template, home: FormulaHome): FormulaScope | undefined {
  const names = namesOf(template);
  const key = JSON.stringify(home, Object.keys(home).sort());
  const made = names.scopes.get(key);
  if (made !== undefined) return made;
  const table = names.tableOf(home);
  if (table === undefined) return undefined;
  const scope = new Scope(names, home, table);
  names.scopes.set(key, scope);
  return scope;
}

/** What holds for a cell in the end, and where from; undefined where the template has no such cell. */
export function resolvedAt(template: Template, block: string, row: string, column: string): ResolvedCell | undefined {
  const names = namesOf(template);
  const table = names.tableOf({ kind: "cell", block, row, column });
  return table === undefined
    ? undefined
    : names.resolved(table, names.rowIds[table]?.get(row) ?? -1, names.columnIds[table]?.get(column) ?? -1);
}

const known = new WeakMap<Template, TemplateNames>();

/** Made once for each state of a template: states are never changed in place. */
function namesOf(template: Template): TemplateNames {
  let names = known.get(template);
  if (names === undefined) {
    names = new TemplateNames(template);
    known.set(template, names);
  }
  return names;
}

class TemplateNames implements NameSpace {
  readonly scopes = new Map<string, FormulaScope>();
  readonly context: LintContext;
  readonly layout: NameSpace["layout"];
  readonly indicators: NameSpace["indicators"];
  readonly rowIds: readonly ReadonlyMap<string, number>[];
  readonly columnIds: readonly ReadonlyMap<string, number>[];
  /** Ids by names (ids and codes), of the rows and columns of each table. */
  private readonly idOf: readonly ReadonlyMap<string, string>[];
  private readonly tableIdOf: ReadonlyMap<string, string>;
  private readonly headLabels: readonly ReadonlyMap<string, readonly Text[]>[];

  constructor(readonly template: Template) {
    this.context = new LintContext(template);
    const { tables } = this.context;
    this.layout = { tables, baseTables: tables.length };
    this.indicators = indicatorsOf(this.layout);
    this.rowIds = tables.map((t) => new Map(t.kind === "table" ? t.rows.map((row, i) => [row.id, i]) : []));
    this.columnIds = tables.map((t) => new Map(t.columns.map((column, i) => [column.id, i])));
    this.idOf = tables.map((t) => idsByName([...t.columns, ...(t.kind === "table" ? t.rows : [])]));
    this.tableIdOf = idsByName(tables.filter(({ kind }) => kind === "table"));
    this.headLabels = tables.map(headsOver);
  }

  resolved(table: number, row: number, column: number) {
    return this.context.resolved({ table, row, column });
  }

  /** Index of the table that a formula stands in. */
  tableOf(home: FormulaHome): number | undefined {
    const index = this.context.tables.findIndex((table, i) => this.holds(table, i, home));
    return index < 0 ? undefined : index;
  }

  private holds(table: TableLayout, i: number, home: FormulaHome): boolean {
    const [hasRow, hasColumn] = [(id: string) => this.rowIds[i]?.has(id) ?? false, (id: string) => this.columnIds[i]?.has(id) ?? false];
    if (home.kind === "field") {
      return table.kind === "list" ? table.id === home.block && hasColumn(home.field) : this.holdsField(i, home.field);
    }
    if (table.kind !== "table" || table.id !== home.block) return false;
    switch (home.kind) {
      case "column":
        return hasColumn(home.column);
      case "row":
        return hasRow(home.row);
      case "cell":
        return hasRow(home.row) && hasColumn(home.column);
      case "check":
        return table.checks.some(({ id }) => id === home.check);
    }
  }

  holdsField(table: number, id: string): boolean {
    return this.context.tables[table]?.kind === "fields" && (this.columnIds[table]?.has(id) ?? false);
  }

  /** The path by ids of a path as it is written; undefined where a part of it is not known. */
  idsOf(path: readonly string[], table: number): readonly string[] | undefined {
    const [first = "", second = "", third = ""] = path;
    if (path.length === 1) {
      const id = this.idOf[table]?.get(first) ?? (this.context.tables[table]?.kind === "fields" ? this.fieldId(first) : undefined);
      return id === undefined ? undefined : [id];
    }
    if (path.length === 2 && first === "ind") return this.indicators.has(second) ? path : undefined;
    if (path.length === 2 && first === "f") {
      const id = this.fieldId(second);
      return id === undefined ? undefined : ["f", id];
    }
    if (path.length === 2) return whole([this.idOf[table]?.get(first), this.idOf[table]?.get(second)]);
    const other = this.tableIdOf.get(first);
    const index = this.context.tables.findIndex(({ kind, id }) => kind === "table" && id === other);
    return path.length === 3 ? whole([other, this.idOf[index]?.get(second), this.idOf[index]?.get(third)]) : undefined;
  }

  /** The path as it is written of a path by ids. */
  codesOf(path: readonly string[], table: number): readonly string[] {
    const [first = "", second = "", third = ""] = path;
    if (first === "ind") return path;
    if (first === "f" && path.length === 2) return ["f", this.fieldCode(second)];
    if (path.length === 3) {
      const index = this.context.tables.findIndex(({ kind, id }) => kind === "table" && id === first);
      return [this.context.tables[index]?.code ?? first, this.codeOf(index, second), this.codeOf(index, third)];
    }
    return path.map((id) => this.codeOf(table, id));
  }

  codeOf(table: number, id: string): string {
    const column = this.columnIds[table]?.get(id);
    if (column !== undefined) return this.context.tables[table]?.columns[column]?.code ?? id;
    const row = this.rowIds[table]?.get(id);
    return (row === undefined ? undefined : this.context.tables[table]?.rows[row]?.code) ?? id;
  }

  private fieldId(name: string): string | undefined {
    for (const [i, table] of this.context.tables.entries()) {
      const id = table.kind === "fields" ? this.idOf[i]?.get(name) : undefined;
      if (id !== undefined) return id;
    }
    return undefined;
  }

  private fieldCode(id: string): string {
    const table = this.context.tables.findIndex((_, i) => this.holdsField(i, id));
    return table < 0 ? id : this.codeOf(table, id);
  }

  /** A column, row or field by its index, as it is named. */
  columnName(table: number, column: number): KnownName | undefined {
    const layout = this.context.tables[table];
    const found = layout?.columns[column];
    if (layout === undefined || found === undefined) return undefined;
    const kind = layout.kind === "fields" ? "field" : "column";
    const over = this.headLabels[table]?.get(found.id) ?? [];
    return { name: found.code, kind, label: found.label, over, number: kind === "field" ? "" : found.number };
  }

  rowName(table: number, row: number): KnownName | undefined {
    const rows = this.context.tables[table]?.rows ?? [];
    const found = rows[row];
    if (found === undefined) return undefined;
    const over: Text[] = [];
    for (let at = found.parent; at >= 0; at = rows[at]?.parent ?? -1) over.unshift(rows[at]?.label ?? { vi: "" });
    return { name: found.code, kind: "row", label: found.label, over, number: found.number };
  }
}

const whole = (path: readonly (string | undefined)[]): readonly string[] | undefined =>
  path.every((part) => part !== undefined) ? path : undefined;

/** A code never hides the id of another part; where two parts claim a name, which is told elsewhere, the first has it. */
function idsByName(parts: readonly { readonly id: string; readonly code: string }[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id } of parts) if (!ids.has(id)) ids.set(id, id);
  for (const { id, code } of parts) if (!ids.has(code)) ids.set(code, id);
  return ids;
}

/** Labels of the heads over each column. */
function headsOver({ head, columns }: TableLayout): ReadonlyMap<string, readonly Text[]> {
  const over = new Map<string, Text[]>(columns.map(({ id }) => [id, []]));
  for (const { id, label, first, last } of head) {
    for (let column = first; column <= last; column++) {
      const under = columns[column];
      if (under !== undefined && under.id !== id) over.get(under.id)?.push(label);
    }
  }
  return over;
}

class Scope implements FormulaScope {
  readonly wanted: Kind;
  private readonly layout: TableLayout;

  constructor(
    private readonly all: TemplateNames,
    readonly home: FormulaHome,
    private readonly table: number,
  ) {
    const layout = all.context.tables[table];
    if (layout === undefined) throw new RangeError("A scope is made for a table of its template");
    this.layout = layout;
    this.wanted = home.kind === "check" || this.homeType() === "boolean" ? "condition" : "number";
  }

  private homeType(): string | undefined {
    const { home, all, table } = this;
    const column = home.kind === "field" ? home.field : "column" in home ? home.column : undefined;
    const columnAt = column === undefined ? undefined : all.columnIds[table]?.get(column);
    const ofColumn = columnAt === undefined ? undefined : this.layout.columns[columnAt]?.own.type;
    if (home.kind === "cell") {
      const row = all.rowIds[table]?.get(home.row) ?? -1;
      // A heading has the cell only once its formula is there.
      return (
        all.resolved(table, row, columnAt ?? -1)?.type ??
        this.layout.cells[`${home.row}.${home.column}`]?.type ??
        this.layout.rows[row]?.own.type ??
        ofColumn
      );
    }
    return home.kind === "row" ? this.layout.rows[all.rowIds[table]?.get(home.row) ?? -1]?.own.type : ofColumn;
  }

  show(stored: string): string {
    return showFormula(stored, (path) => this.all.codesOf(path, this.table));
  }

  read(typed: string): FormulaReading {
    const parsed = parseFormula(typed);
    if (!parsed.ok) return { stored: undefined, expr: undefined, problems: this.placed(parsed.error), reads: this.namedIn(typed) };
    const unknown = this.unknownNames(parsed.value);
    const expr = mapNames(parsed.value, (name) => ({ ...name, path: this.all.idsOf(name.path, this.table) ?? name.path }));
    const reads = this.readsOf(expr, typed);
    if (unknown.length > 0) return { stored: undefined, expr: undefined, problems: this.placed(unknown), reads };
    const bound = bind(expr, this.table, this.all, this.wanted);
    const problems = this.placed([...bound.problems.map((problem) => this.byCodes(problem)), ...this.selfReads(expr)]);
    const stored = storeFormula(typed.trim(), (path) => this.all.idsOf(path, this.table));
    return { stored: problems.length === 0 ? stored : undefined, expr, problems, reads };
  }

  /** Figures named in a text that is no formula yet, one by one: ranges need the whole to be read. */
  private namedIn(typed: string): readonly FormulaRead[] {
    return namePaths(typed).flatMap((name): readonly FormulaRead[] => {
      const path = this.all.idsOf(name.path, this.table);
      const area = path && this.areaOf({ ...name, path });
      return area ? [{ ...area, name: typed.slice(name.from, name.to) }] : [];
    });
  }

  private placed(problems: readonly Problem[]): readonly Problem[] {
    const { home, layout } = this;
    const at = home.kind === "field" && layout.kind === "list" ? `${home.block}.${home.field}` : pathOf(home);
    return problems.map((problem) => ({ ...problem, at }));
  }

  private unknownNames(expr: Expr): readonly Problem[] {
    const problems = new Map<string, Problem>();
    for (const name of namesOfUses(expr)) {
      const written = name.path.join(".");
      if (problems.has(written) || this.all.idsOf(name.path, this.table) !== undefined) continue;
      const near = nearest(written, this.candidates(name.path));
      problems.set(written, {
        code: near === undefined ? "form.unknownName" : "form.unknownNameNear",
        params: near === undefined ? { name: written } : { name: written, near },
        at: "",
        severity: "error",
        span: { from: name.from, to: name.to },
      });
    }
    return [...problems.values()];
  }

  /** Names of the same shape as a wrong one: those that share what of it is known. */
  private candidates(path: readonly string[]): readonly string[] {
    const [first = "", ...rest] = path;
    if (rest.length === 0) return this.names([]).map(({ name }) => name);
    const heads = this.names([]).some(({ name }) => name === first) ? [first] : this.names([]).map(({ name }) => name);
    if (heads.length > 1) return heads.map((head) => [head, ...rest].join("."));
    const middle = rest.length === 1 ? [[first]] : this.names([first]).some(({ name }) => name === rest[0]) ? [[first, rest[0] ?? ""]] : [];
    if (rest.length === 2 && middle.length === 0) return this.names([first]).map(({ name }) => [first, name, rest[1] ?? ""].join("."));
    return middle.flatMap((prefix) => this.names(prefix).map(({ name }) => [...prefix, name].join(".")));
  }

  /** A formula that reads its own figure of the same period goes round in a circle. */
  private selfReads(expr: Expr): readonly Problem[] {
    const { home } = this;
    const self = home.kind === "column" ? home.column : home.kind === "row" ? home.row : home.kind === "field" ? home.field : undefined;
    const ownPaths = new Set(
      home.kind === "cell"
        ? [`${home.row}.${home.column}`, `${home.block}.${home.row}.${home.column}`, home.row, home.column]
        : home.kind === "field"
          ? [home.field, `f.${home.field}`]
          : [self ?? ""],
    );
    return namesIn(expr).flatMap((use): readonly Problem[] => {
      if (use.kind !== "name" || use.history !== undefined || !ownPaths.has(use.name.path.join("."))) return [];
      const written = this.all.codesOf(use.name.path, this.table).join(".");
      const span = { from: use.name.from, to: use.name.to };
      return [{ code: "form.cycle", params: { path: `${written} → ${written}` }, at: "", severity: "error", span }];
    });
  }

  /** Problems of binding speak of ids. */
  private byCodes(problem: Problem): Problem {
    const params = Object.entries(problem.params).map(
      ([key, value]) => [key, typeof value === "string" ? this.show(value) : value] as const,
    );
    return { ...problem, params: Object.fromEntries(params) };
  }

  private readsOf(expr: Expr, typed: string): readonly FormulaRead[] {
    return usesIn(expr).flatMap((use): readonly FormulaRead[] => {
      const [first, last] = use.kind === "range" ? [this.areaOf(use.first), this.areaOf(use.last)] : [undefined, undefined];
      if (use.kind === "range") return first && last ? [this.between(first, last, typed)] : [];
      if (use.kind === "name") {
        const area = this.areaOf(use.name);
        return area ? [{ ...area, name: typed.slice(area.span.from, area.span.to) }] : [];
      }
      const rows = use.kind === "children" ? this.childIds() : this.unitRows();
      const span = { from: use.from, to: use.to };
      return rows.length > 0 ? [{ span, name: use.kind, block: this.layout.id, rows, columns: undefined, field: false }] : [];
    });
  }

  private areaOf(name: NamePath): Omit<FormulaRead, "name"> | undefined {
    const { path } = name;
    const span = { from: name.from, to: name.to };
    const [first = "", second = "", third = ""] = path;
    const { id, kind } = this.layout;
    if (first === "f" && path.length === 2) return { span, block: "f", rows: undefined, columns: [second], field: true };
    if (first === "ind") {
      const [only, ...others] = this.all.indicators.get(second) ?? [];
      if (only === undefined || others.length > 0) return undefined;
      const table = this.all.context.tables[only.table];
      const row = table?.rows[only.row ?? -1]?.id;
      const column = table?.columns[only.column ?? -1]?.id;
      const field = table?.kind === "fields";
      return {
        span,
        block: table?.id ?? "",
        rows: row === undefined || field ? undefined : [row],
        columns: column === undefined ? undefined : [column],
        field,
      };
    }
    if (path.length === 3) return { span, block: first, rows: [second], columns: [third], field: false };
    if (path.length === 2) return { span, block: id, rows: [first], columns: [second], field: false };
    if (kind === "fields") return { span, block: "f", rows: undefined, columns: [first], field: true };
    if (this.all.columnIds[this.table]?.has(first)) return { span, block: id, rows: undefined, columns: [first], field: false };
    return this.all.rowIds[this.table]?.has(first) ? { span, block: id, rows: [first], columns: undefined, field: false } : undefined;
  }

  private between(first: Omit<FormulaRead, "name">, last: Omit<FormulaRead, "name">, typed: string): FormulaRead {
    const span = { from: first.span.from, to: last.span.to };
    const table = this.all.context.tables.findIndex(({ id }) => id === first.block);
    const layout = this.all.context.tables[table];
    const run = (ids: readonly string[], from: readonly string[] | undefined, to: readonly string[] | undefined) => {
      if (from === undefined || to === undefined) return undefined;
      const [a, b] = [ids.indexOf(from[0] ?? ""), ids.indexOf(to[0] ?? "")].sort((x, y) => x - y);
      return ids.slice(a, (b ?? 0) + 1);
    };
    const rows = run(layout?.rows.map(({ id }) => id) ?? [], first.rows, last.rows);
    const columns = run(layout?.columns.map(({ id }) => id) ?? [], first.columns, last.columns);
    return { span, name: typed.slice(span.from, span.to), block: first.block, rows, columns, field: false };
  }

  private childIds(): readonly string[] {
    const { home } = this;
    if (home.kind !== "row" && home.kind !== "cell") return [];
    const row = this.all.rowIds[this.table]?.get(home.row) ?? -1;
    const columns = [...this.layout.columns.keys()].filter((i) => this.layout.columns[i]?.kind === "value");
    const column = home.kind === "cell" ? (this.all.columnIds[this.table]?.get(home.column) ?? -1) : (columns[0] ?? -1);
    const here: LintCell = { table: this.table, row, column };
    const children = { kind: "children", from: 0, to: 0 } as const;
    return this.all.context.listed(children, here).map((cell) => this.layout.rows[cell.row]?.id ?? "");
  }

  private unitRows(): readonly string[] {
    return this.layout.rows.flatMap((row) => (row.repeat?.by === "units" && row.hasCells ? [row.id] : []));
  }

  names(path: readonly string[]): readonly KnownName[] {
    const [first = "", second = ""] = path;
    if (path.length === 0) return [...this.localNames(), ...this.fieldNames(""), ...this.indicatorNames(), ...this.otherTables()];
    if (path.length === 1 && first === "f") return this.fieldNames("f");
    if (path.length === 1 && first === "ind")
      return this.indicatorNames().map((name) => ({ ...name, name: name.name.slice("ind.".length) }));
    const other = this.all.context.tables.findIndex(({ kind, id, code }) => kind === "table" && (id === first || code === first));
    if (path.length === 1 && other >= 0) return this.rowsOf(other);
    if (path.length === 1) return this.columnsOfRow(first);
    return path.length === 2 && other >= 0 && this.isRowName(second, other) ? this.columnsOf(other) : [];
  }

  private localNames(): readonly KnownName[] {
    const { home, table } = this;
    if (this.layout.kind !== "table") {
      const self = home.kind === "field" ? home.field : undefined;
      return this.columnsOf(table).filter((_, i) => this.columnId(i) !== self);
    }
    const each = home.kind === "check" ? (this.layout.checks.find(({ id }) => id === home.check)?.each ?? "row") : undefined;
    const columns = this.columnsOf(table).filter(
      (_, i) => home.kind === "row" || this.columnId(i) !== ("column" in home ? home.column : undefined),
    );
    const rows = this.rowsOf(table).filter(({ name }) => !("row" in home) || this.all.codeOf(table, home.row) !== name);
    if (each === "row") return [...columns, ...rows];
    if (home.kind === "row" || each !== undefined) return [...rows, ...columns];
    return [...columns, ...rows];
  }

  /** Id of the nth value column. */
  private columnId(nth: number): string | undefined {
    return this.layout.columns.filter(({ kind }) => kind === "value")[nth]?.id;
  }

  private columnsOf(table: number): readonly KnownName[] {
    const columns = this.all.context.tables[table]?.columns ?? [];
    return columns.flatMap(({ kind }, i) => (kind === "value" ? (this.all.columnName(table, i) ?? []) : []));
  }

  private rowsOf(table: number): readonly KnownName[] {
    const rows = this.all.context.tables[table]?.rows ?? [];
    return rows.flatMap(({ hasCells }, i) => (hasCells ? (this.all.rowName(table, i) ?? []) : []));
  }

  /** What may follow a row of the own table: all its columns but the formula's own cell. */
  private columnsOfRow(row: string): readonly KnownName[] {
    const { home, table } = this;
    if (!this.isRowName(row, table)) return [];
    const isOwn = home.kind === "cell" && this.all.idsOf([row], table)?.[0] === home.row;
    return this.columnsOf(table).filter((_, i) => !isOwn || this.columnId(i) !== home.column);
  }

  private isRowName(name: string, table: number): boolean {
    return this.all.context.tables[table]?.rows.some(({ id, code }) => id === name || code === name) ?? false;
  }

  private fieldNames(after: "" | "f"): readonly KnownName[] {
    const self = this.home.kind === "field" && this.layout.kind === "fields" ? this.home.field : undefined;
    if (after === "" && this.layout.kind === "fields") return [];
    return this.all.context.tables.flatMap((table, t) =>
      table.kind !== "fields"
        ? []
        : table.columns.flatMap((column, c) => {
            const name = isNumeric(column.own.type ?? "number") || column.own.type === "boolean" ? this.all.columnName(t, c) : undefined;
            if (name === undefined || column.id === self) return [];
            return [after === "" ? { ...name, name: `f.${name.name}` } : name];
          }),
    );
  }

  private indicatorNames(): readonly KnownName[] {
    return [...this.all.indicators].flatMap(([code, places]): readonly KnownName[] => {
      const [only, ...others] = places;
      if (only === undefined || others.length > 0) return [];
      const part = only.row === null || this.all.context.tables[only.table]?.kind === "fields";
      const name = part ? this.all.columnName(only.table, only.column ?? -1) : this.all.rowName(only.table, only.row);
      return name === undefined ? [] : [{ ...name, name: `ind.${code}`, kind: "indicator" }];
    });
  }

  private otherTables(): readonly KnownName[] {
    return this.all.context.tables.flatMap(({ kind, code, title }, i) =>
      kind === "table" && i !== this.table
        ? [{ name: code, kind: "table" as const, label: title ?? { vi: code }, over: [], number: "" }]
        : [],
    );
  }

  labelOf(path: readonly string[]): LabelOfName | undefined {
    const ids = this.all.idsOf(path, this.table);
    const area = ids && this.areaOf({ path: ids, from: 0, to: 0 });
    if (!area) return undefined;
    const table = this.all.context.tables.findIndex((one, i) =>
      area.field ? this.all.holdsField(i, area.columns?.[0] ?? "") : one.kind !== "fields" && one.id === area.block,
    );
    const row = this.all.rowIds[table]?.get(area.rows?.[0] ?? "");
    const column = this.all.columnIds[table]?.get(area.columns?.[0] ?? "");
    return {
      row: row === undefined ? undefined : this.all.rowName(table, row),
      column: column === undefined ? undefined : this.all.columnName(table, column),
    };
  }

  nameOf(first: FormulaTarget, last?: FormulaTarget): string | undefined {
    const one = this.pathOf(first);
    if (last === undefined || sameTarget(first, last)) return one?.join(".");
    const [from, to] = this.inOrder(first, last);
    const paths = this.isLine(from, to) ? [this.pathOf(from), this.pathOf(to)] : [this.fullPath(from), this.fullPath(to)];
    const [a, b] = paths;
    return a && b && a.length === b.length ? `${a.join(".")}:${b.join(".")}` : undefined;
  }

  /** Whether both ends lie in the formula's own row or column, so that short names say which line is meant. */
  private isLine(a: FormulaTarget, b: FormulaTarget): boolean {
    const [first, second] = [this.pathOf(a), this.pathOf(b)];
    if (first?.length !== 1 || second?.length !== 1) return first?.length === second?.length && first?.length !== 1;
    const columns = this.all.columnIds[this.table];
    const isColumn = ([code = ""]: readonly string[]): boolean => columns?.has(this.all.idsOf([code], this.table)?.[0] ?? "") ?? false;
    return isColumn(first) === isColumn(second);
  }

  private inOrder(a: FormulaTarget, b: FormulaTarget): readonly [FormulaTarget, FormulaTarget] {
    if (a.kind !== b.kind || a.block !== b.block) return [a, b];
    const table = this.all.tableOf(a) ?? -1;
    const row = (target: FormulaTarget): number => ("row" in target ? (this.all.rowIds[table]?.get(target.row) ?? -1) : -1);
    const column = (target: FormulaTarget): number => ("column" in target ? (this.all.columnIds[table]?.get(target.column) ?? -1) : -1);
    if (a.kind === "cell" && b.kind === "cell") {
      const [top, bottom] = row(a) <= row(b) ? [a, b] : [b, a];
      const [left, right] = column(a) <= column(b) ? [a, b] : [b, a];
      return [
        { ...a, row: top.row, column: left.column },
        { ...a, row: bottom.row, column: right.column },
      ];
    }
    return row(a) > row(b) || column(a) > column(b) ? [b, a] : [a, b];
  }

  /** The shortest path of one target here, by codes. */
  private pathOf(target: FormulaTarget): readonly string[] | undefined {
    const { home } = this;
    const table = this.all.tableOf(target);
    // A formula has no name for what it computes itself.
    if (table === undefined || (home.block === target.block && home.kind === target.kind && pathOf(home) === pathOf(target)))
      return undefined;
    if (target.kind === "field") {
      if (this.all.context.tables[table]?.kind === "list") return table === this.table ? [this.all.codeOf(table, target.field)] : undefined;
      return ["f", this.all.codeOf(table, target.field)];
    }
    if (!this.hasFigures(table, target)) return undefined;
    if (target.kind !== "cell") {
      return table === this.table ? [this.all.codeOf(table, target.kind === "row" ? target.row : target.column)] : undefined;
    }
    const [row, column] = [this.all.codeOf(table, target.row), this.all.codeOf(table, target.column)];
    if (table !== this.table) return [this.all.context.tables[table]?.code ?? "", row, column];
    const each = home.kind === "check" ? (this.layout.checks.find(({ id }) => id === home.check)?.each ?? "row") : undefined;
    if (each !== undefined) return each === "row" ? [column] : each === "column" ? [row] : [row, column];
    if (home.kind === "column") return target.column === home.column ? [row] : [column];
    if (home.kind === "row") return target.row === home.row ? [column] : [row];
    if (home.kind === "cell" && target.row === home.row) return [column];
    if (home.kind === "cell" && target.column === home.column) return [row];
    return [row, column];
  }

  private fullPath(target: FormulaTarget): readonly string[] | undefined {
    if (target.kind !== "cell") return this.pathOf(target);
    const table = this.all.tableOf(target);
    if (table === undefined || !this.hasFigures(table, target)) return undefined;
    const cell = [this.all.codeOf(table, target.row), this.all.codeOf(table, target.column)];
    return table === this.table ? cell : [this.all.context.tables[table]?.code ?? "", ...cell];
  }

  source(row: string, column: string): FormulaSource | undefined {
    const [r, c] = [this.all.rowIds[this.table]?.get(row) ?? -1, this.all.columnIds[this.table]?.get(column) ?? -1];
    return this.all.resolved(this.table, r, c)?.source;
  }

  private hasFigures(table: number, target: FormulaTarget): boolean {
    const layout = this.all.context.tables[table];
    const row = "row" in target ? layout?.rows[this.all.rowIds[table]?.get(target.row) ?? -1] : undefined;
    const column = "column" in target ? layout?.columns[this.all.columnIds[table]?.get(target.column) ?? -1] : undefined;
    return (!("row" in target) || (row?.hasCells ?? false)) && (!("column" in target) || column?.kind === "value");
  }
}

/** The id path of a place that a formula is written at, as problems tell it. */
export function pathOf(home: FormulaHome): string {
  switch (home.kind) {
    case "column":
      return `${home.block}.${home.column}`;
    case "row":
      return `${home.block}.${home.row}`;
    case "cell":
      return `${home.block}.${home.row}.${home.column}`;
    case "check":
      return `${home.block}.${home.check}`;
    case "field":
      return `f.${home.field}`;
  }
}

const sameTarget = (a: FormulaTarget, b: FormulaTarget): boolean => a.kind === b.kind && pathOf(a) === pathOf(b) && a.block === b.block;

/** The names of a text, calls of functions apart. */
function namePaths(text: string): readonly NamePath[] {
  const all = tokens(text);
  const found: NamePath[] = [];
  for (let i = 0; i < all.length; i++) {
    const first = all[i];
    if (first?.kind !== "name") continue;
    const path = [first.text];
    while (all[i + 1]?.kind === "." && all[i + 2]?.kind === "name") {
      path.push(all[i + 2]?.text ?? "");
      i += 2;
    }
    if (all[i + 1]?.kind !== "(") found.push({ path, from: first.from, to: all[i]?.to ?? first.to });
  }
  return found;
}

type Use =
  | { readonly kind: "name"; readonly name: NamePath }
  | { readonly kind: "range"; readonly first: NamePath; readonly last: NamePath }
  | ({ readonly kind: "children" | "units" } & Span);

/** Mentions of figures with their places, `children` and `units` included. */
function usesIn(expr: Expr): readonly Use[] {
  switch (expr.kind) {
    case "number":
      return [];
    case "name":
    case "range":
    case "children":
    case "units":
      return [expr];
    case "unary":
      return usesIn(expr.operand);
    case "binary":
      return [...usesIn(expr.left), ...usesIn(expr.right)];
    case "conditional":
      return [expr.test, expr.then, expr.otherwise].flatMap(usesIn);
    case "call":
      return expr.args.flatMap(usesIn);
  }
}

const namesOfUses = (expr: Expr): readonly NamePath[] =>
  usesIn(expr).flatMap((use) => (use.kind === "name" ? [use.name] : use.kind === "range" ? [use.first, use.last] : []));

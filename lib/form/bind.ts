import { checkKinds, type Expr, isHistoryFunction, type Kind, type NamePath, nearest, type Span } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { rowsBetween } from "./children";
import type { Bound, CellReference, HistoryKind } from "./compiled";
import type { Layout, TableLayout } from "./layout";
import { isNumeric, type ResolvedCell } from "./resolve";

/** What names mean in a template. */
export interface NameSpace {
  readonly layout: Layout;
  /** What holds for a cell, by indices; undefined where there is no cell. */
  resolved(table: number, row: number, column: number): ResolvedCell | undefined;
  /** Cells of each catalogued indicator. */
  readonly indicators: ReadonlyMap<string, readonly Omit<CellReference, "kind">[]>;
  readonly rowIds: readonly ReadonlyMap<string, number>[];
  readonly columnIds: readonly ReadonlyMap<string, number>[];
}

class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Resolves the names of a formula that stands in a table (by index), and checks that figures stand where figures are
 * wanted. `wanted` is what the whole must give.
 */
export function bind(
  expr: Expr,
  table: number,
  names: NameSpace,
  wanted: Kind,
): { bound: Bound | undefined; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Map<string, CellReference | Problem>();
  const resolve = (name: NamePath): CellReference => {
    const key = name.path.join(".");
    let found = seen.get(key);
    if (found === undefined) {
      found = resolveName(name, table, names);
      seen.set(key, found);
      if ("code" in found) problems.push(found);
    }
    if ("code" in found) throw new Refusal(found);
    return found;
  };
  const kindOf = (name: NamePath): Kind | "other" | undefined => {
    const found = seen.get(name.path.join("."));
    if (found === undefined || "code" in found) return undefined;
    const type = typeOf(found, names);
    return type === undefined || isNumeric(type) ? "number" : type === "boolean" ? "condition" : "other";
  };
  const bound = attempt(() => bindExpr(expr, table, names, resolve), problems);
  if (problems.length === 0) problems.push(...checkKinds(expr, kindOf, wanted));
  return { bound: problems.length === 0 ? bound : undefined, problems };
}

function attempt(work: () => Bound, problems: Problem[]): Bound | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!problems.includes(error.problem)) problems.push(error.problem);
    return undefined;
  }
}

function typeOf(ref: CellReference, names: NameSpace): ResolvedCell["type"] | undefined {
  const rows = names.layout.tables[ref.table]?.rows ?? [];
  const columns = names.layout.tables[ref.table]?.columns ?? [];
  const column = ref.column ?? columns.findIndex((c) => c.kind === "value");
  const row = ref.row ?? rows.findIndex((r, i) => r.hasCells && names.resolved(ref.table, i, column) !== undefined);
  return ref.row === null && ref.column === null ? undefined : names.resolved(ref.table, row, column)?.type;
}

const problem = (code: string, span: Span, params: Problem["params"] = {}): Problem => ({
  code: `form.${code}`,
  params,
  at: "",
  severity: "error",
  span: { from: span.from, to: span.to },
});

function resolveName(name: NamePath, table: number, names: NameSpace): CellReference | Problem {
  const { path } = name;
  const [first = "", second = "", third = ""] = path;
  if (path.length === 1) return resolveLocal(name, first, table, names);
  if (path.length === 2 && first === "f") return resolveField(name, second, names);
  if (path.length === 2 && first === "ind") return resolveIndicator(name, second, table, names);
  if (path.length === 2) return resolveCellOf(name, table, first, second, names);
  if (path.length === 3) {
    const other = names.layout.tables.findIndex((t) => t.kind === "table" && t.id === first);
    if (other >= 0) return resolveCellOf(name, other, second, third, names);
    return unknown(
      name,
      names.layout.tables.filter((t) => t.kind === "table").map((t) => `${t.id}.${second}.${third}`),
    );
  }
  return unknown(name, []);
}

function unknown(name: NamePath, known: Iterable<string>): Problem {
  const written = name.path.join(".");
  const near = nearest(written, known);
  return near === undefined ? problem("unknownName", name, { name: written }) : problem("unknownNameNear", name, { name: written, near });
}

function resolveLocal(name: NamePath, id: string, table: number, names: NameSpace): CellReference | Problem {
  const layout = names.layout.tables[table];
  if (layout === undefined) return unknown(name, []);
  const column = names.columnIds[table]?.get(id);
  if (layout.kind === "fields" && column === undefined) return resolveField(name, id, names);
  if (column !== undefined) {
    if (layout.columns[column]?.kind !== "value") return problem("notAValueColumn", name, { name: id });
    return { kind: "cell", table, row: layout.kind === "fields" ? 0 : null, column };
  }
  const row = layout.kind === "table" ? names.rowIds[table]?.get(id) : undefined;
  if (row === undefined) return unknown(name, [...(names.columnIds[table]?.keys() ?? []), ...(names.rowIds[table]?.keys() ?? [])]);
  if (!layout.rows[row]?.hasCells) return problem("rowWithoutFigures", name, { name: id });
  return { kind: "cell", table, row, column: null };
}

function resolveField(name: NamePath, id: string, names: NameSpace): CellReference | Problem {
  for (const [table, layout] of names.layout.tables.entries()) {
    const column = layout.kind === "fields" ? names.columnIds[table]?.get(id) : undefined;
    if (column !== undefined) return { kind: "cell", table, row: 0, column };
  }
  return unknown(
    name,
    names.layout.tables.filter((t) => t.kind === "fields").flatMap((t) => t.columns.map((c) => `f.${c.id}`)),
  );
}

function resolveCellOf(name: NamePath, table: number, rowId: string, columnId: string, names: NameSpace): CellReference | Problem {
  const layout = names.layout.tables[table];
  const row = names.rowIds[table]?.get(rowId);
  const column = names.columnIds[table]?.get(columnId);
  const prefix = name.path.length === 3 ? `${layout?.id}.` : "";
  if (layout === undefined || layout.kind !== "table" || row === undefined || column === undefined) {
    const rows = row === undefined ? [...(names.rowIds[table]?.keys() ?? [])] : [rowId];
    const columns = column === undefined ? [...(names.columnIds[table]?.keys() ?? [])] : [columnId];
    return unknown(name, rows.length * columns.length > 20_000 ? [] : rows.flatMap((r) => columns.map((c) => `${prefix}${r}.${c}`)));
  }
  if (layout.columns[column]?.kind !== "value") return problem("notAValueColumn", name, { name: columnId });
  if (!layout.rows[row]?.hasCells) return problem("rowWithoutFigures", name, { name: rowId });
  return { kind: "cell", table, row, column };
}

/** An indicator of a whole row means that row in the formula's column; one of a whole column, that column in its row. */
function resolveIndicator(name: NamePath, code: string, table: number, names: NameSpace): CellReference | Problem {
  const found = names.indicators.get(code) ?? [];
  if (found.length === 0)
    return unknown(
      name,
      [...names.indicators.keys()].map((known) => `ind.${known}`),
    );
  const [only] = found;
  if (found.length > 1 || only === undefined) return problem("ambiguousIndicator", name, { name: code });
  if (only.row !== null && only.column !== null) return { kind: "cell", ...only };
  if (only.table === table) return { kind: "cell", ...only };
  const layout = names.layout.tables[only.table];
  const columns = (layout?.columns ?? []).flatMap((c, i) => (c.kind === "value" ? [i] : []));
  const rows = (layout?.rows ?? []).flatMap((r, i) => (r.hasCells ? [i] : []));
  const row = only.row ?? (rows.length === 1 ? rows[0] : undefined);
  const column = only.column ?? (columns.length === 1 ? columns[0] : undefined);
  if (row === undefined || column === undefined) return problem("ambiguousIndicator", name, { name: code });
  return { kind: "cell", table: only.table, row, column };
}

type Resolve = (name: NamePath) => CellReference;

function bindExpr(expr: Expr, table: number, names: NameSpace, resolve: Resolve): Bound {
  const go = (part: Expr): Bound => bindExpr(part, table, names, resolve);
  switch (expr.kind) {
    case "number":
      return { kind: "number", value: expr.value };
    case "name":
      return resolve(expr.name);
    case "range":
      return bindRange(expr, names, resolve);
    case "children":
      return { kind: "children" };
    case "units":
      return bindUnits(expr, table, names);
    case "unary":
      return { kind: "unary", operator: expr.operator, operand: go(expr.operand) };
    case "binary":
      return { kind: "binary", operator: expr.operator, left: go(expr.left), right: go(expr.right) };
    case "conditional":
      return { kind: "if", test: go(expr.test), holds: go(expr.then), fails: go(expr.otherwise) };
    case "call":
      return bindCall(expr, go, resolve);
  }
}

function bindCall(expr: Extract<Expr, { kind: "call" }>, go: (part: Expr) => Bound, resolve: Resolve): Bound {
  const { fn, args } = expr;
  const [first, second, third] = args;
  if (isHistoryFunction(fn) && first?.kind === "name") {
    const now = resolve(first.name);
    const past: CellReference = { ...now, history: fn satisfies HistoryKind };
    // The year's earlier periods and this one.
    return fn === "ytd" ? { kind: "call", fn: "sum", args: [past, now] } : past;
  }
  if (fn === "if" && first && second && third) return { kind: "if", test: go(first), holds: go(second), fails: go(third) };
  return { kind: "call", fn, args: args.map(go) };
}

function bindRange(expr: Extract<Expr, { kind: "range" }>, names: NameSpace, resolve: Resolve): Bound {
  const [first, last] = [resolve(expr.first), resolve(expr.last)];
  const layout = names.layout.tables[first.table];
  const crossed = (first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null);
  if (layout === undefined || layout.kind !== "table" || first.table !== last.table || crossed) {
    throw new Refusal(problem("rangeEnds", expr, { first: expr.first.path.join("."), last: expr.last.path.join(".") }));
  }
  return {
    kind: "span",
    table: first.table,
    rows: first.row === null || last.row === null ? null : boundRows(layout, first.row, last.row, expr),
    columns: first.column === null || last.column === null ? null : columnsBetween(layout, first.column, last.column, expr),
  };
}

/** Figure columns between two, in printed order, both included. */
function columnsBetween(layout: TableLayout, first: number, last: number, span: Span): readonly number[] {
  if (first > last) throw new Refusal(problem("rangeBackwards", span));
  const numeric = (index: number): boolean => {
    const column = layout.columns[index];
    return column?.kind === "value" && isNumeric(column.own.type ?? "number");
  };
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(numeric);
}

/**
 * Rows between two of one level. A heading that computes figures in some columns stands for its rows here; in columns
 * where it has none, planning takes its rows instead.
 */
function boundRows({ rows }: TableLayout, first: number, last: number, span: Span): readonly number[] {
  if (first > last) throw new Refusal(problem("rangeBackwards", span));
  const between = rowsBetween(rows, first, last, { computes: (group) => rows[group]?.hasCells ?? false });
  if (between === undefined) throw new Refusal(problem("rangeLevels", span));
  return between;
}

/** The rows repeated for units; without such rows, the figure columns repeated for units. */
function bindUnits(expr: Span, table: number, names: NameSpace): Bound {
  const layout = names.layout.tables[table];
  const rows = (layout?.rows ?? []).flatMap((row, i) => (row.repeat?.by === "units" && row.hasCells ? [i] : []));
  if (rows.length > 0) return { kind: "span", table, rows, columns: null };
  const columns = (layout?.columns ?? []).flatMap((column, i) =>
    column.repeated !== undefined && column.kind === "value" && isNumeric(column.own.type ?? "number") ? [i] : [],
  );
  if (columns.length === 0) throw new Refusal(problem("noUnits", expr));
  if (columns.length > 1) throw new Refusal(problem("severalUnitColumns", expr));
  return { kind: "span", table, rows: null, columns };
}

import { type Expr, mapNames, type NamePath, printFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import type { TableLayout } from "./layout";
import { finding, type LintContext } from "./lintContext";

/** A formula in a line of formulas; `position` is its row or column. */
interface Placed {
  readonly position: number;
  readonly at: string;
  readonly expr: Expr;
}

/** A formula at one place as it would read at another of the line; undefined where a name would leave the table. */
type Shift = (expr: Expr, by: number) => Expr | undefined;

/** Formulas that differ from those beside them, which agree: the classic slip of spreadsheets. */
export function lintNeighbours(context: LintContext): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const table of context.tables) {
    if (table.kind !== "table") continue;
    const read = (text: string | undefined): Expr | undefined => (text === undefined ? undefined : context.parse(text));
    const alongColumns = shiftOf(table, "columns");
    const alongRows = shiftOf(table, "rows");
    const problems = [
      ...runs(columnFormulas(table, read)).flatMap((run) => oddInRun(run, alongColumns)),
      ...parallelColumns(table, columnFormulas(table, read)).flatMap((line) => oddAmong(line, alongColumns)),
      ...parallelRows(table, read).flatMap((line) => oddAmong(line, alongRows)),
      ...cellLines(table, read, "rows").flatMap((line) => runs(line).flatMap((run) => oddInRun(run, alongRows))),
      ...cellLines(table, read, "columns").flatMap((line) => runs(line).flatMap((run) => oddInRun(run, alongColumns))),
      ...oddCells(table, read),
    ];
    for (const problem of problems) if (!found.has(problem.at)) found.set(problem.at, problem);
  }
  return [...found.values()];
}

type Read = (text: string | undefined) => Expr | undefined;

function columnFormulas(table: TableLayout, read: Read): readonly Placed[] {
  return table.columns.flatMap(({ id, own }, position) => {
    const expr = read(own.formula);
    return expr ? [{ position, at: `${table.id}.${id}`, expr }] : [];
  });
}

/** The formulas of cells, by column (lines that run over rows) or by row. */
function cellLines(table: TableLayout, read: Read, along: "rows" | "columns"): readonly (readonly Placed[])[] {
  const lines = new Map<string, Placed[]>();
  const rows = new Map(table.rows.map(({ id }, i) => [id, i]));
  const columns = new Map(table.columns.map(({ id }, i) => [id, i]));
  for (const [key, { formula }] of Object.entries(table.cells)) {
    const [row = "", column = ""] = key.split(".");
    const expr = read(formula);
    const position = along === "rows" ? rows.get(row) : columns.get(column);
    if (!expr || position === undefined) continue;
    const line = along === "rows" ? `${column} ${table.rows[position]?.parent}` : row;
    lines.set(line, [...(lines.get(line) ?? []), { position, at: `${table.id}.${key}`, expr }]);
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.position - b.position));
}

/** Parts of a line whose positions follow one another. */
function runs(line: readonly Placed[]): readonly (readonly Placed[])[] {
  const found: Placed[][] = [];
  for (const one of line) {
    const last = found.at(-1);
    if (last?.at(-1)?.position === one.position - 1) last.push(one);
    else found.push([one]);
  }
  return found;
}

/** Columns at the same place of heads that are beside each other and equally wide: quý I, quý II, quý III. */
function parallelColumns(table: TableLayout, formulas: readonly Placed[]): readonly (readonly Placed[])[] {
  const lines = new Map<string, Placed[]>();
  for (const head of table.head) {
    if (head.first === head.last) continue;
    for (const formula of formulas) {
      if (formula.position < head.first || formula.position > head.last) continue;
      const line = `${head.level} ${head.last - head.first} ${formula.position - head.first}`;
      lines.set(line, [...(lines.get(line) ?? []), formula]);
    }
  }
  return [...lines.values()];
}

/** Rows of one parent with as many rows under each. */
function parallelRows(table: TableLayout, read: Read): readonly (readonly Placed[])[] {
  const lines = new Map<string, Placed[]>();
  for (const [position, { id, own, parent, children }] of table.rows.entries()) {
    const expr = read(own.formula);
    if (!expr || children.length === 0) continue;
    const line = `${parent} ${children.length}`;
    lines.set(line, [...(lines.get(line) ?? []), { position, at: `${table.id}.${id}`, expr }]);
  }
  return [...lines.values()];
}

/** Of three or more side by side: one whose neighbours agree; at an end only where names alone differ. */
function oddInRun(run: readonly Placed[], shift: Shift): readonly Problem[] {
  return run.flatMap((one, i) => {
    const [before, after] = [run[i - 1], run[i + 1]];
    const [a, b] = before && after ? [before, after] : after ? [after, run[i + 2]] : [before, run[i - 2]];
    if (!a || !b || !agree(a, b, shift) || agree(a, one, shift)) return [];
    const isInside = before !== undefined && after !== undefined;
    return isInside || skeleton(a.expr) === skeleton(one.expr) ? oddFinding(one, a, shift) : [];
  });
}

/** Of three or more: the one that differs from all others, which agree. */
function oddAmong(line: readonly Placed[], shift: Shift): readonly Problem[] {
  if (line.length < 3) return [];
  return line.flatMap((one) => {
    const [first, ...others] = line.filter((other) => other !== one);
    if (!first || agree(first, one, shift) || !others.every((other) => agree(first, other, shift))) return [];
    return oddFinding(one, first, shift);
  });
}

/** Cells whose own formula is their row's or column's but for a name. */
function oddCells(table: TableLayout, read: Read): readonly Problem[] {
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  return Object.entries(table.cells).flatMap(([key, { formula }]) => {
    const [row = "", column = ""] = key.split(".");
    const own = read(formula);
    const usual = read(columns.get(column)?.own.formula) ?? read(rows.get(row)?.own.formula);
    if (!own || !usual || printFormula(own) === printFormula(usual) || skeleton(own) !== skeleton(usual)) return [];
    return [finding("oddFormula", `${table.id}.${key}`, { formula: printFormula(own), usual: printFormula(usual) }, own)];
  });
}

function oddFinding(one: Placed, neighbour: Placed, shift: Shift): readonly Problem[] {
  const usual = shift(neighbour.expr, one.position - neighbour.position);
  return usual ? [finding("oddFormula", one.at, { formula: printFormula(one.expr), usual: printFormula(usual) }, one.expr)] : [];
}

/** Whether one formula, moved to the other's place, is the other: as a whole, or word for word (all names meant absolutely). */
function agree(a: Placed, b: Placed, shift: Shift): boolean {
  const text = printFormula(b.expr);
  if (printFormula(a.expr) === text) return true;
  const moved = shift(a.expr, b.position - a.position);
  return moved !== undefined && printFormula(moved) === text;
}

const skeleton = (expr: Expr): string => printFormula(mapNames(expr, (name) => ({ ...name, path: ["_"] })));

/** Moves the names of rows or of columns along the table, as a spreadsheet moves a formula that is copied. */
function shiftOf(table: TableLayout, along: "rows" | "columns"): Shift {
  const ids = table[along].map(({ id }) => id);
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  return (expr, by) => {
    let isInside = true;
    const move = (id: string): string => {
      const index = indexOf.get(id);
      if (index === undefined) return id;
      const moved = ids[index + by];
      isInside &&= moved !== undefined;
      return moved ?? id;
    };
    const moved = mapNames(expr, (name: NamePath) =>
      name.path.length === 3 || name.path[0] === "f" || name.path[0] === "ind" ? name : { ...name, path: name.path.map(move) },
    );
    return isInside ? moved : undefined;
  };
}

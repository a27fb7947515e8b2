import { type BinaryOperator, type Expr, isListFunction, namesIn } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { finding, type LintCell, type LintContext, type Measure } from "./lintContext";
import { combined, sameDimension, unitOfMeasure } from "./unitOfMeasure";

const percentage: Measure = { ...unitOfMeasure("%"), text: "%" };
const joining: readonly BinaryOperator[] = ["+", "-", "==", "!=", "<", "<=", ">", ">="];

/** Figures of different units added or compared (tỷ đồng + ha), and results in another unit than their cell's. */
export function lintUnits(context: LintContext): readonly Problem[] {
  const found: Problem[] = [];
  for (const { at, expr, cells } of context.formulas) {
    for (const cell of isOfRowAlone(expr) ? rowsThatDiffer(cells, context) : cells) {
      const problems = unitProblems(expr, at, cell, context);
      found.push(...problems);
      // The same formula makes the same slip along its line: it is told once.
      if (problems.length > 0) break;
    }
  }
  for (const [table, layout] of context.tables.entries()) {
    for (const check of layout.checks) {
      const expr = context.parse(check.formula);
      const rows = layout.rows.flatMap(({ id, hasCells }, row) => (hasCells && (check.rows?.includes(id) ?? true) ? [row] : []));
      const column = layout.columns.findIndex(({ id, kind }) => kind === "value" && (check.columns?.includes(id) ?? true));
      for (const row of expr === undefined || column < 0 ? [] : rows) {
        const problems =
          expr === undefined ? [] : new Measurer(context, { table, row, column }, `${layout.id}.${check.id}`).problemsOf(expr);
        found.push(...problems);
        if (problems.length > 0) break;
      }
    }
  }
  return found;
}

/** Whether a formula reads no more than one row at a time: columns of its row and full references. */
const isOfRowAlone = (expr: Expr): boolean => namesIn(expr).every((use) => use.kind === "name");

/** Of the cells of a formula, one for each way in which rows speak of units. */
function rowsThatDiffer(cells: readonly LintCell[], context: LintContext): readonly LintCell[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const row = context.row(cell);
    const key = context.hasOwnCells(cell) ? `row ${row?.id}` : `unit ${row?.own.unit} ${row?.own.type}`;
    return seen.size < seen.add(`${cell.column} ${key}`).size;
  });
}

function unitProblems(expr: Expr, at: string, cell: LintCell, context: LintContext): readonly Problem[] {
  const measurer = new Measurer(context, cell, at);
  const result = measurer.measure(expr);
  const unit = context.resolved(cell)?.unit;
  if (measurer.problems.length > 0 || result === undefined || unit === undefined) return measurer.problems;
  const wanted = unitOfMeasure(unit);
  if (Object.keys(result.dimension).length === 0) return [];
  if (!sameDimension(result.dimension, wanted.dimension)) return [finding("unitResult", at, { found: result.text, unit }, expr)];
  if (result.factor !== undefined && !near(result.factor, wanted.factor))
    return [finding("unitScaleResult", at, { found: result.text, unit }, expr)];
  return [];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

class Measurer {
  readonly problems: Problem[] = [];

  constructor(
    private readonly context: LintContext,
    private readonly here: LintCell,
    private readonly at: string,
  ) {}

  problemsOf(expr: Expr): readonly Problem[] {
    this.measure(expr);
    return this.problems;
  }

  measure(expr: Expr): Measure | undefined {
    switch (expr.kind) {
      case "name":
      case "range":
      case "children":
        return this.joined(
          this.context.listed(expr, this.here).map((cell) => this.ofCell(cell)),
          expr,
        );
      case "unary":
        return this.measure(expr.operand);
      case "binary":
        return this.binary(expr);
      case "conditional":
        this.measure(expr.test);
        return this.joined([this.measure(expr.then), this.measure(expr.otherwise)], expr);
      case "call":
        return this.call(expr);
      default:
        return undefined;
    }
  }

  private ofCell(cell: LintCell): Measure | undefined {
    const unit = this.context.resolved(cell)?.unit;
    if (unit === undefined) return undefined;
    let measure = this.context.measures.get(unit);
    if (!measure) {
      measure = { ...unitOfMeasure(unit), text: unit };
      this.context.measures.set(unit, measure);
    }
    return measure;
  }

  private binary(expr: Extract<Expr, { kind: "binary" }>): Measure | undefined {
    const left = this.measure(expr.left);
    const right = this.measure(expr.right);
    if (joining.includes(expr.operator)) {
      const measure = this.joined([left, right], expr);
      return expr.operator === "+" || expr.operator === "-" ? measure : undefined;
    }
    if (expr.operator === "*" || expr.operator === "/") return product(expr, left, right);
    return undefined;
  }

  private call({ fn, args, ...span }: Extract<Expr, { kind: "call" }>): Measure | undefined {
    const measures = args.map((arg) => this.measure(arg));
    if (fn === "percent" || fn === "growth") {
      this.joined(measures, span);
      return percentage;
    }
    if (fn === "cagr") return percentage;
    if (fn === "count" || fn === "sqrt" || fn === "pow") return undefined;
    if (isListFunction(fn) || fn === "coalesce") return this.joined(measures, span);
    return measures[0];
  }

  /** The common measure of figures that stand side by side; what differs is told once for each place. */
  private joined(measures: readonly (Measure | undefined)[], span: { readonly from: number; readonly to: number }): Measure | undefined {
    const known = measures.filter((measure) => measure !== undefined && Object.keys(measure.dimension).length > 0);
    const [first] = known;
    const other = first && known.find((measure) => measure && !sameDimension(measure.dimension, first.dimension));
    if (first && other) this.tell("unitMismatch", first, other, span);
    const scaled =
      first?.factor === undefined ? undefined : known.find((one) => one?.factor !== undefined && !near(one.factor, first.factor ?? 0));
    if (first && scaled && !other) this.tell("unitScale", first, scaled, span);
    return other || scaled ? undefined : first;
  }

  private tell(code: string, a: Measure, b: Measure, span: { readonly from: number; readonly to: number }): void {
    this.problems.push(finding(code, this.at, { a: a.text, b: b.text }, span));
  }
}

/** Units multiply and divide with their figures; percentages and constants only scale. */
function product(expr: Extract<Expr, { kind: "binary" }>, left: Measure | undefined, right: Measure | undefined): Measure | undefined {
  const [a, b] = [scaling(expr.left, left), scaling(expr.right, right)];
  if (a === undefined || b === undefined) return undefined;
  const sign = expr.operator === "*" ? 1 : -1;
  const factor = a.factor === undefined || b.factor === undefined ? undefined : a.factor * b.factor ** sign;
  const text = b.text === "" ? a.text : a.text === "" && sign === 1 ? b.text : `${a.text || 1} ${sign === 1 ? "×" : "/"} ${b.text}`;
  return { dimension: combined(a.dimension, b.dimension, sign), factor, text };
}

/** A side of a product: a constant or a percentage has no dimension and may convert; an unknown figure tells nothing. */
function scaling(expr: Expr, measure: Measure | undefined): Measure | undefined {
  const scales = expr.kind === "number" || (measure !== undefined && sameDimension(measure.dimension, percentage.dimension));
  return scales ? { dimension: {}, factor: undefined, text: "" } : measure;
}

import type { Expr } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { finding, type LintCell, type LintContext } from "./lintContext";
import { unitOfMeasure } from "./unitOfMeasure";

/**
 * Ratios that are added: over rows or periods by a formula, or over units by the rule of aggregation; and totals of
 * entered percentages that nobody says how to compute.
 */
export function lintRatios(context: LintContext): readonly Problem[] {
  return [...summedByFormula(context), ...summedByRule(context), ...unsummed(context)];
}

/** Cells of subtotals and totals that stay blank and locked because percentages are not added; once for each column. */
function unsummed(context: LintContext): readonly Problem[] {
  return context.tables.flatMap((layout, table) =>
    layout.columns.flatMap(({ id, label, own }, column): readonly Problem[] => {
      const row = layout.rows.findIndex((one, i) => {
        const stated = layout.cells[`${one.id}.${id}`]?.lock ?? one.own.lock ?? own.lock;
        const resolved = one.kind === "total" || one.kind === "subtotal" ? context.resolved({ table, row: i, column }) : undefined;
        return stated === undefined && resolved?.type === "percent" && resolved.lock === "blank";
      });
      if (row < 0) return [];
      const params = { column: label.vi, row: layout.rows[row]?.label.vi ?? "" };
      return [finding("percentTotal", context.placeOf({ table, row, column }, "column"), params)];
    }),
  );
}

function summedByFormula(context: LintContext): readonly Problem[] {
  return context.formulas.flatMap(({ at, expr, cells }) => {
    for (const cell of cells) {
      const sum = sumsIn(expr).find((part) => {
        if (part.kind === "call" && part.fn === "ytd") return termsOf(part, cell, context).some((term) => context.isRatio(term));
        const ratios = termsOf(part, cell, context).filter(
          (term) => term.table === cell.table && term.column === cell.column && context.isRatio(term),
        );
        return ratios.length > 1;
      });
      if (sum) return [finding("ratioSummed", at, { column: context.column(cell)?.label.vi ?? "" }, sum)];
    }
    return [];
  });
}

/** The outermost sums within a formula: chains of +, sum(), ytd(). */
export function sumsIn(expr: Expr): readonly Expr[] {
  if ((expr.kind === "binary" && expr.operator === "+") || (expr.kind === "call" && (expr.fn === "sum" || expr.fn === "ytd")))
    return [expr];
  switch (expr.kind) {
    case "unary":
      return sumsIn(expr.operand);
    case "binary":
      return [...sumsIn(expr.left), ...sumsIn(expr.right)];
    case "conditional":
      return [expr.test, expr.then, expr.otherwise].flatMap(sumsIn);
    case "call":
      return expr.args.flatMap(sumsIn);
    default:
      return [];
  }
}

/** The figures that a sum adds as they are; products and quotients within it are none. */
export function termsOf(expr: Expr, here: LintCell, context: LintContext): readonly LintCell[] {
  if (expr.kind === "binary" && expr.operator === "+") return [expr.left, expr.right].flatMap((side) => termsOf(side, here, context));
  if (expr.kind === "call" && (expr.fn === "sum" || expr.fn === "ytd")) return expr.args.flatMap((arg) => termsOf(arg, here, context));
  return context.listed(expr, here);
}

/** Inputs that are percentages or quotients (tạ/ha) and that a parent would add. */
function summedByRule(context: LintContext): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const [table, layout] of context.tables.entries()) {
    for (const [row, { id, own }] of layout.rows.entries()) {
      for (const [column, { own: ofColumn }] of layout.columns.entries()) {
        const cell = { table, row, column };
        const resolved = context.resolved(cell);
        if (!resolved || resolved.formula !== undefined || resolved.lock !== "none" || resolved.aggregate.rule !== "sum") continue;
        const isQuotient = resolved.unit !== undefined && Object.values(unitOfMeasure(resolved.unit).dimension).some((power) => power < 0);
        if (resolved.type !== "percent" && !isQuotient) continue;
        // Told where the rule or else the unit is said.
        const ofCell = layout.cells[`${id}.${layout.columns[column]?.id}`];
        const source =
          ofCell?.aggregate || ofCell?.unit ? "cell" : own.aggregate ? "row" : ofColumn.aggregate ? "column" : own.unit ? "row" : "column";
        const at = context.placeOf(cell, source);
        if (!found.has(at)) found.set(at, finding("ratioAggregated", at, { unit: resolved.unit ?? "%" }));
      }
    }
  }
  return [...found.values()];
}

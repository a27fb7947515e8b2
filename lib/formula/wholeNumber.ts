import type { Expr } from "./expr";

/** A whole number from −15 to 15 as it is written, with its sign; undefined for anything else. */
export function wholeNumber(expr: Expr): number | undefined {
  const value =
    expr.kind === "number"
      ? expr.value
      : expr.kind === "unary" && expr.operator === "-" && expr.operand.kind === "number"
        ? -expr.operand.value
        : Number.NaN;
  return Number.isInteger(value) && Math.abs(value) <= 15 ? value : undefined;
}

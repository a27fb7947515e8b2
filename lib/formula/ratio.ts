import type { Expr } from "./expr";

const ratioFunctions: ReadonlySet<string> = new Set(["percent", "growth", "cagr", "mean"]);
/** Functions whose result is of the same nature as their arguments; a root or power as its base. */
const transparent: ReadonlySet<string> = new Set(["round", "abs", "floor", "ceil", "coalesce", "min", "max", "sqrt"]);

/**
 * Whether a formula gives a ratio: a figure that is recomputed for a total and never added. Its root is a quotient
 * of two figures, percent, growth, cagr or mean, seen through rounding, signs, choices, roots and powers, and constants
 * added or multiplied. Dividing by a constant (đồng to million đồng) makes no ratio.
 */
export function isRatio(expr: Expr): boolean {
  switch (expr.kind) {
    case "unary":
      return isRatio(expr.operand);
    case "conditional":
      return isRatio(expr.then) || isRatio(expr.otherwise);
    case "call":
      if (expr.fn === "pow") return expr.args[0] !== undefined && isRatio(expr.args[0]);
      return ratioFunctions.has(expr.fn) || (transparent.has(expr.fn) && expr.args.some(isRatio));
    case "binary":
      return isBinaryRatio(expr);
    default:
      return false;
  }
}

function isBinaryRatio({ operator, left, right }: Extract<Expr, { kind: "binary" }>): boolean {
  switch (operator) {
    case "/":
      return isConstant(right) ? isRatio(left) : true;
    case "^":
      return isRatio(left);
    case "*":
      return (isConstant(left) && isRatio(right)) || (isConstant(right) && isRatio(left));
    case "+":
    case "-":
      return (isRatio(left) || isRatio(right)) && [left, right].every((side) => isConstant(side) || isRatio(side));
    default:
      return false;
  }
}

/** Whether an expression reads no figure. */
export function isConstant(expr: Expr): boolean {
  switch (expr.kind) {
    case "number":
      return true;
    case "unary":
      return isConstant(expr.operand);
    case "binary":
      return isConstant(expr.left) && isConstant(expr.right);
    case "conditional":
      return isConstant(expr.test) && isConstant(expr.then) && isConstant(expr.otherwise);
    case "call":
      return expr.args.every(isConstant);
    default:
      return false;
  }
}

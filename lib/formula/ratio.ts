import type { Expr, NamePath } from "./expr";

const ratioFunctions: ReadonlySet<string> = new Set(["percent", "growth", "cagr", "mean"]);
/** Functions whose result is of the same nature as their arguments; a root or power as its base. */
const transparent: ReadonlySet<string> = new Set(["round", "abs", "floor", "ceil", "coalesce", "min", "max", "sqrt"]);

/**
 * Whether a formula gives a ratio: a figure that is recomputed for a total and never added. Its root is a quotient
 * of two figures, percent, growth, cagr or mean, seen through rounding, signs, choices, roots and powers, and constants
 * added or multiplied. Dividing by a constant (đồng to million đồng) makes no ratio. `isRatioName` tells of a name whether
 * what it stands for is a ratio itself: a difference of two yields is no more added than they are.
 */
export function isRatio(expr: Expr, isRatioName: (name: NamePath) => boolean = () => false): boolean {
  const isRatioPart = (part: Expr): boolean => isRatio(part, isRatioName);
  switch (expr.kind) {
    case "name":
      return isRatioName(expr.name);
    case "unary":
      return isRatioPart(expr.operand);
    case "conditional":
      return isRatioPart(expr.then) || isRatioPart(expr.otherwise);
    case "call":
      if (expr.fn === "pow") return expr.args[0] !== undefined && isRatioPart(expr.args[0]);
      return ratioFunctions.has(expr.fn) || (transparent.has(expr.fn) && expr.args.some(isRatioPart));
    case "binary":
      return isBinaryRatio(expr, isRatioPart);
    default:
      return false;
  }
}

function isBinaryRatio({ operator, left, right }: Extract<Expr, { kind: "binary" }>, isRatioPart: (part: Expr) => boolean): boolean {
  switch (operator) {
    case "/":
      return isConstant(right) ? isRatioPart(left) : true;
    case "^":
      return isRatioPart(left);
    case "*":
      return (isConstant(left) && isRatioPart(right)) || (isConstant(right) && isRatioPart(left));
    case "+":
    case "-":
      return (isRatioPart(left) || isRatioPart(right)) && [left, right].every((side) => isConstant(side) || isRatioPart(side));
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

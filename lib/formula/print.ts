import type { Expr, NamePath } from "./expr";
import { atomPrecedence, precedence, prefixPrecedence, sidesOf } from "./precedence";

/** The text of a tree, with the fewest parentheses; reading it again gives the same tree, its places apart. */
export function printFormula(expr: Expr): string {
  switch (expr.kind) {
    case "number":
      return String(expr.value);
    case "name":
      return path(expr.name);
    case "range":
      return `${path(expr.first)}:${path(expr.last)}`;
    case "children":
    case "units":
      return expr.kind;
    case "unary":
      return `${expr.operator === "not" ? "not " : expr.operator}${within(expr.operand, prefixPrecedence)}`;
    case "binary": {
      const sides = sidesOf(expr.operator);
      // `not a == b` is refused: readers disagree about it.
      const left = expr.left.kind === "unary" && expr.left.operator === "not" ? atomPrecedence : sides.left;
      return `${within(expr.left, left)} ${expr.operator} ${within(expr.right, sides.right)}`;
    }
    case "conditional":
      return `if(${[expr.test, expr.then, expr.otherwise].map(printFormula).join(", ")})`;
    case "call":
      return `${expr.fn}(${expr.args.map(printFormula).join(", ")})`;
  }
}

const path = (name: NamePath): string => name.path.join(".");

const within = (expr: Expr, least: number): string => (tightness(expr) < least ? `(${printFormula(expr)})` : printFormula(expr));

const tightness = (expr: Expr): number =>
  expr.kind === "binary" ? precedence[expr.operator] : expr.kind === "unary" ? prefixPrecedence : atomPrecedence;

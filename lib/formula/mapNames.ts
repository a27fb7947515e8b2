import type { Expr, NamePath } from "./expr";

/** The same tree with other names. */
export function mapNames(expr: Expr, change: (name: NamePath) => NamePath): Expr {
  const map = (part: Expr): Expr => mapNames(part, change);
  switch (expr.kind) {
    case "name":
      return { ...expr, name: change(expr.name) };
    case "range":
      return { ...expr, first: change(expr.first), last: change(expr.last) };
    case "unary":
      return { ...expr, operand: map(expr.operand) };
    case "binary":
      return { ...expr, left: map(expr.left), right: map(expr.right) };
    case "conditional": {
      const [test, then, otherwise] = [map(expr.test), map(expr.then), map(expr.otherwise)];
      return { ...expr, test, then, otherwise };
    }
    case "call":
      return { ...expr, args: expr.args.map(map) };
    default:
      return expr;
  }
}

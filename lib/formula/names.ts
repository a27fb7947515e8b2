import type { Expr, NamePath } from "./expr";
import { type HistoryFunction, isHistoryFunction } from "./functions";

/** One mention of figures in a formula: in this period, or in another through a history function. */
export type NameUse =
  | { readonly kind: "name"; readonly name: NamePath; readonly history: HistoryFunction | undefined }
  | { readonly kind: "range"; readonly first: NamePath; readonly last: NamePath }
  | { readonly kind: "children" | "units" };

/** Every mention of figures, in the order of the text. */
export function namesIn(expr: Expr): readonly NameUse[] {
  const found: NameUse[] = [];
  collect(expr, found);
  return found;
}

function collect(expr: Expr, found: NameUse[]): void {
  switch (expr.kind) {
    case "number":
      return;
    case "name":
      found.push({ kind: "name", name: expr.name, history: undefined });
      return;
    case "range":
      found.push({ kind: "range", first: expr.first, last: expr.last });
      return;
    case "children":
    case "units":
      found.push({ kind: expr.kind });
      return;
    case "unary":
      collect(expr.operand, found);
      return;
    case "binary":
      collect(expr.left, found);
      collect(expr.right, found);
      return;
    case "conditional":
      collect(expr.test, found);
      collect(expr.then, found);
      collect(expr.otherwise, found);
      return;
    case "call": {
      const [only] = expr.args;
      if (isHistoryFunction(expr.fn) && only?.kind === "name") found.push({ kind: "name", name: only.name, history: expr.fn });
      else for (const arg of expr.args) collect(arg, found);
    }
  }
}

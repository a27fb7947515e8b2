import { type Expr, isRatio, parseFormula } from "@/lib/formula";
import type { TellRatio } from "./ratioColumns";

/** Tells of formula texts whether they give a ratio; each text is read once. A text that cannot be read gives none. */
export function ratioTeller(): TellRatio {
  const known = new Map<string, Expr | null>();
  return (formula, isRatioName) => {
    let expr = known.get(formula);
    if (expr === undefined) {
      const parsed = parseFormula(formula);
      expr = parsed.ok ? parsed.value : null;
      known.set(formula, expr);
    }
    return expr !== null && isRatio(expr, isRatioName);
  };
}

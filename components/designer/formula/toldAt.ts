import { type FormulaScope, pathOf } from "@/lib/form/compile";
import { tokens } from "@/lib/formula";
import type { Problem } from "@/lib/problem";

/** A problem of a formula as the checks told it, and as it is shown with the formula's text. */
export interface Told {
  readonly problem: Problem;
  readonly shown: Problem;
}

/**
 * What the checks of the template say of a formula, with spans of its text as it is shown. They speak of the stored text:
 * ids and codes differ in length, but the text has the same pieces in the same order.
 */
export function toldAt(problems: readonly Problem[], scope: FormulaScope, stored: string): readonly Told[] {
  const { home } = scope;
  const at = pathOf(home);
  const found = problems.filter((problem) => problem.at === at && (problem.span !== undefined || problem.code.startsWith("lint.")));
  if (found.length === 0) return [];
  const text = scope.show(stored);
  const [from, to] = [tokens(stored), tokens(text)];
  return found.map((problem): Told => {
    const words = inCodes(problem, scope);
    if (problem.span === undefined) return { problem, shown: words };
    const { span } = problem;
    const start = to[from.findIndex((token) => token.to > span.from)]?.from ?? 0;
    const end = to[from.findLastIndex((token) => token.from < span.to)]?.to ?? text.length;
    return { problem, shown: { ...words, span: { from: start, to: Math.max(start, end) } } };
  });
}

/** Formulas that a problem quotes are shown with codes too. */
function inCodes(problem: Problem, scope: FormulaScope): Problem {
  const { formula, usual } = problem.params;
  if (typeof formula !== "string" || typeof usual !== "string") return problem;
  return { ...problem, params: { ...problem.params, formula: scope.show(formula), usual: scope.show(usual) } };
}

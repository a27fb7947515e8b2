import type { Shown } from "@/components/help/shown";
import { formatNumber } from "@/lib/form";
import { type Expr, evaluate, explainFormula, parseFormula, semantics, type Warning } from "@/lib/formula";
import { type Locale, phrase } from "@/lib/messages";
import { exampleResolver } from "./exampleFigures";
import type { Example } from "./examples";

/** Decimals of a result on the page. */
const mostDecimals = 4;

/** A figure with as many decimals as it has, up to four. */
export function shortNumber(value: number, locale: Locale): string {
  const rounded = semantics.roundHalfAway(value, mostDecimals);
  const decimals = /\.(\d+)$/.exec(String(rounded))?.[1]?.length ?? 0;
  return formatNumber(rounded, decimals, locale);
}

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "and", "or"]);
const isCondition = (expr: Expr): boolean =>
  (expr.kind === "binary" && comparisons.has(expr.operator)) || (expr.kind === "unary" && expr.operator === "not");

/** Reads and computes an example by the language itself, so that the page says nothing that the language does not do. */
export function showExample({ formula, place }: Example, locale: Locale): Shown {
  const parsed = parseFormula(formula);
  if (!parsed.ok) {
    const messages = parsed.error.map(({ code, params }) => phrase(code, params, locale));
    return { kind: "refused", message: [...new Set(messages)].join("; ") };
  }
  const words = explainFormula(parsed.value, {
    labelOf: ({ path }) => path.join("."),
    phrase: (code, params) => phrase(code, params, locale),
    number: (value) => shortNumber(value, locale),
  });
  const warnings = new Set<Warning>();
  const value = evaluate(parsed.value, exampleResolver(place), (warning) => warnings.add(warning));
  if (semantics.isBlank(value)) return { kind: "blank", warnings: [...warnings], words };
  if (isCondition(parsed.value)) return { kind: "condition", holds: value !== 0, words };
  return { kind: "number", text: shortNumber(value, locale), words };
}

import type { BinaryOperator } from "./expr";

/** How tightly operators bind, as in mathjs: the larger the tighter. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  "^": 7,
};

/** Of the prefixes `-`, `+`, `not`: above products, below powers (−2² is −4). */
export const prefixPrecedence = 6;
/** Of what needs no parentheses anywhere: names, numbers, calls. */
export const atomPrecedence = 9;

/** The tightness that each side must have to stand without parentheses. Comparisons do not chain; only `^` groups from the right. */
export function sidesOf(operator: BinaryOperator): { readonly left: number; readonly right: number } {
  const own = precedence[operator];
  if (operator === "^") return { left: own + 1, right: own };
  return own === precedence["=="] ? { left: own + 1, right: own + 1 } : { left: own, right: own + 1 };
}

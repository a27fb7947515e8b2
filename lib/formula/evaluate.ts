import type { BinaryOperator, Expr, NamePath, Span } from "./expr";
import { type HistoryFunction, isHistoryFunction, isListFunction, type ListFunction } from "./functions";
import * as is from "./semantics";
import { wholeNumber } from "./wholeNumber";

/** Where an evaluation gets its figures; blank is NaN, true 1, false 0. */
export interface Resolver {
  name(name: NamePath): number;
  range(first: NamePath, last: NamePath): Iterable<number>;
  children(): Iterable<number>;
  units(): Iterable<number>;
  history(fn: HistoryFunction, name: NamePath): number;
}

/** `divisionByZero`: a divisor was zero · `noValue`: no real number (a root of a negative figure, too large a power). */
export type Warning = "divisionByZero" | "noValue";
export type Warn = (warning: Warning, at: Span) => void;

const operations: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  "+": is.add,
  "-": is.subtract,
  "*": is.multiply,
  "/": is.divide,
  "^": is.power,
  "==": is.equal,
  "!=": is.unequal,
  "<": is.less,
  "<=": is.lessOrEqual,
  ">": is.greater,
  ">=": is.greaterOrEqual,
  and: is.and,
  or: is.or,
};

const listOperations: Readonly<Record<ListFunction, (values: Iterable<number>) => number>> = {
  sum: is.sum,
  mean: is.mean,
  min: is.min,
  max: is.max,
  count: is.count,
};

const nothing: Warn = () => undefined;

/**
 * The value of a checked expression, straight from the tree: the meaning against which the fast engine of `lib/form`
 * is tested. Branches of a choice that are not taken warn of nothing.
 */
export function evaluate(expr: Expr, resolver: Resolver, warn: Warn = nothing): number {
  const value = (part: Expr): number => evaluate(part, resolver, warn);
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "name":
      return resolver.name(expr.name);
    case "range":
    case "children":
    case "units":
      // Only ever an argument of a list function; alone it is its sum.
      return is.sum(listed(expr, resolver, value));
    case "unary":
      return expr.operator === "not"
        ? is.not(value(expr.operand))
        : expr.operator === "-"
          ? is.negate(value(expr.operand))
          : value(expr.operand);
    case "binary": {
      if (isAddition(expr.operator)) return is.sum(termsOf(expr).map(({ part, taken }) => (taken ? -value(part) : value(part))));
      const [a, b] = [value(expr.left), value(expr.right)];
      return warned(operations[expr.operator](a, b), [a, b], expr.operator === "/" && is.dividesByZero(a, b), expr, warn, expr.operator);
    }
    case "conditional": {
      const test = value(expr.test);
      return is.isBlank(test) ? is.blank : value(test === 0 ? expr.otherwise : expr.then);
    }
    case "call":
      return call(expr, resolver, warn, value);
  }
}

const isAddition = (operator: BinaryOperator): boolean => operator === "+" || operator === "-";

/** The terms of a + b − (c − d), one sum however it is bracketed: their remainder is judged together. */
function termsOf(expr: Expr, taken = false): readonly { readonly part: Expr; readonly taken: boolean }[] {
  if (expr.kind !== "binary" || !isAddition(expr.operator)) return [{ part: expr, taken }];
  return [...termsOf(expr.left, taken), ...termsOf(expr.right, taken !== (expr.operator === "-"))];
}

function call(expr: Extract<Expr, { kind: "call" }>, resolver: Resolver, warn: Warn, value: (part: Expr) => number): number {
  const { fn, args } = expr;
  if (isListFunction(fn)) return listOperations[fn](args.flatMap((arg) => [...listed(arg, resolver, value)]));
  if (isHistoryFunction(fn)) return args[0]?.kind === "name" ? resolver.history(fn, args[0].name) : is.blank;
  if (fn === "coalesce") {
    for (const arg of args) {
      const found = value(arg);
      if (!is.isBlank(found)) return found;
    }
    return is.blank;
  }
  const values = args.map(value);
  return warned(applyScalar(fn, args, values), values, scalarDividesByZero(fn, values), expr, warn, fn);
}

function applyScalar(fn: string, args: readonly Expr[], values: readonly number[]): number {
  const [a = is.blank, b = is.blank, c = is.blank] = values;
  switch (fn) {
    case "round":
      return is.roundHalfAway(a, args[1] ? (wholeNumber(args[1]) ?? 0) : 0);
    case "abs":
      return is.abs(a);
    case "floor":
      return is.floor(a);
    case "ceil":
      return is.ceil(a);
    case "sqrt":
      return is.sqrt(a);
    case "pow":
      return is.power(a, b);
    case "percent":
      return is.percent(a, b);
    case "growth":
      return is.growth(a, b);
    case "cagr":
      return is.cagr(a, b, c);
    default:
      return is.blank;
  }
}

/** Whether a function of these figures divides by zero. */
function scalarDividesByZero(fn: string, values: readonly number[]): boolean {
  const [a = is.blank, b = is.blank, years = 1] = values;
  if (fn === "cagr") return is.dividesByZero(a, b) || is.dividesByZero(a, years);
  return (fn === "percent" || fn === "growth") && is.dividesByZero(a, b);
}

/** Passes a result on, with a warning where present figures gave a blank. */
function warned(result: number, from: readonly number[], zero: boolean, at: Span, warn: Warn, operation: string): number {
  if (!is.isBlank(result) || from.some(is.isBlank)) return result;
  warn(zero || ((operation === "^" || operation === "pow") && from[0] === 0) ? "divisionByZero" : "noValue", at);
  return result;
}

function* listed(expr: Expr, resolver: Resolver, value: (part: Expr) => number): Iterable<number> {
  if (expr.kind === "range") yield* resolver.range(expr.first, expr.last);
  else if (expr.kind === "children") yield* resolver.children();
  else if (expr.kind === "units") yield* resolver.units();
  else yield value(expr);
}

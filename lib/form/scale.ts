import { MAX_DECIMALS } from "./resolve";
import type { Shape } from "./slots";

/** Decimals of a free double: none fixed. */
export const FREE = -1;
/** Decimals of a cell that holds no figure: it is blank for formulas and changes no result. */
export const NONE = -2;

/**
 * The decimals that every result of a formula has, or FREE: those of its operands through + − sum min max abs
 * coalesce and choices, those of the second argument through round, none through floor, ceil, count and conditions.
 * Products and quotients are free.
 */
export function scaleOf(shape: Shape, point: (slot: number) => number, list: (slot: number) => number): number {
  const go = (part: Shape): number => scaleOf(part, point, list);
  const widest = (scales: readonly number[]): number => (scales.includes(FREE) ? FREE : Math.max(0, ...scales));
  switch (shape.kind) {
    case "number":
      return decimalsOf(shape.value);
    case "point":
      return point(shape.slot);
    case "list":
      if (shape.fn === "count") return 0;
      if (shape.fn === "mean") return FREE;
      return widest([...(shape.slot === undefined ? [] : [list(shape.slot)]), ...shape.args.map(go)]);
    case "apply":
      return applied(shape, go, widest);
  }
}

function applied(shape: Extract<Shape, { kind: "apply" }>, go: (part: Shape) => number, widest: (s: readonly number[]) => number): number {
  switch (shape.fn) {
    case "+":
    case "negate":
    case "abs":
    case "coalesce":
      return widest(shape.args.map(go));
    case "if":
      return widest(shape.args.slice(1).map(go));
    case "round":
      return shape.places > MAX_DECIMALS ? FREE : Math.max(0, shape.places);
    case "floor":
    case "ceil":
    case "not":
    case "and":
    case "or":
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return 0;
    default:
      return FREE;
  }
}

/** Decimals of a number as written; FREE beyond what a cell may have. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals++) if (Number(value.toFixed(decimals)) === value) return decimals;
  return FREE;
}

/** Whether a result is an addition, with its rounding error, which snapping to its decimals takes away. Lists are summed in whole numbers of their last decimal. */
export const isAdded = (shape: Shape): boolean =>
  shape.kind === "apply" ? shape.fn === "+" : shape.kind === "list" && shape.fn === "sum" && shape.args.length > 0;

/** The decimals that two figures have in common: FREE where one has none fixed. */
export const wider = (a: number, b: number): number => (a === FREE || b === FREE ? FREE : Math.max(a, b));

/** Values as runs [value, count, value, count …]. */
export function runLengths(values: Iterable<number>): readonly number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (runs.at(-2) === value) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(value, 1);
  }
  return runs;
}

import * as is from "@/lib/formula/semantics";
import { counted, larger, lesser } from "./kernels";
import { FREE, scaleOf } from "./scale";
import { part, type Run, type Segment } from "./segment";
import type { Shape } from "./slots";

/** How close two sides of a comparison must be; without it they are compared as formulas compare. */
export type Tolerance = (left: Shape, right: Shape) => number;

/** Computes one lane of a segment from its operands, telling of divisions by zero; for findings, not for speed. */
export function evaluateLane(
  segment: Segment,
  lane: number,
  memory: Float64Array,
  { dividedByZero, tolerance }: { readonly dividedByZero?: () => void; readonly tolerance?: (one: Segment) => Tolerance } = {},
): number {
  const one = part(segment, lane, 1);
  return new Evaluation(one, memory, dividedByZero, tolerance?.(one)).value(one.slots.shape);
}

class Evaluation {
  constructor(
    private readonly segment: Segment,
    private readonly memory: Float64Array,
    private readonly dividedByZero: (() => void) | undefined,
    private readonly tolerance: Tolerance | undefined,
  ) {}

  value(shape: Shape): number {
    switch (shape.kind) {
      case "number":
        return shape.value;
      case "point":
        return this.memory[this.segment.points[shape.slot]?.start ?? -1] ?? is.blank;
      case "list":
        return this.list(shape);
      case "apply":
        return this.apply(shape);
    }
  }

  private *cells(shape: Extract<Shape, { kind: "list" }>): Iterable<number> {
    for (const run of (shape.slot === undefined ? undefined : this.segment.lists[shape.slot]) ?? []) yield* cellsOf(run, this.memory);
    for (const arg of shape.args) yield this.value(arg);
  }

  private list(shape: Extract<Shape, { kind: "list" }>): number {
    const figures = [...this.cells(shape)];
    switch (shape.fn) {
      case "sum":
        return this.settled(shape, figures);
      case "mean":
        return is.mean(figures);
      case "min":
        return figures.reduce(lesser, is.blank);
      case "max":
        return figures.reduce(larger, is.blank);
      case "count":
        return figures.reduce(counted, 0);
    }
  }

  /** As the engine adds: to the last of the fixed decimals, and where there are none, without the noise of what cancels out. */
  private settled(shape: Shape, terms: readonly number[]): number {
    const { pointScales, listScales } = this.segment;
    const scale = scaleOf(
      shape,
      (slot) => pointScales[slot] ?? FREE,
      (slot) => listScales[slot] ?? FREE,
    );
    if (scale === FREE) return is.sum(terms);
    const total = plainSum(terms);
    return scale === 0 ? total : Math.round(total * 10 ** scale) / 10 ** scale;
  }

  private apply(shape: Extract<Shape, { kind: "apply" }>): number {
    const { fn, args } = shape;
    if (fn === "if") {
      const [test, then, otherwise] = args;
      const holds = test === undefined ? is.blank : this.value(test);
      const taken = holds === 0 ? otherwise : then;
      return is.isBlank(holds) || taken === undefined ? is.blank : this.value(taken);
    }
    if (fn === "coalesce") {
      for (const arg of args) {
        const found = this.value(arg);
        if (!is.isBlank(found)) return found;
      }
      return is.blank;
    }
    const values = args.map((arg) => this.value(arg));
    if (fn === "+")
      return this.settled(
        shape,
        values.map((value, i) => (shape.minus & (1 << i) ? -value : value)),
      );
    if (fn === "*") return values.reduce(is.multiply);
    const [a = is.blank, b = is.blank, c = is.blank] = values;
    const zero =
      ((fn === "/" || fn === "percent" || fn === "growth") && is.dividesByZero(a, b)) ||
      (fn === "cagr" && (is.dividesByZero(a, b) || is.dividesByZero(a, c)));
    if (zero) this.dividedByZero?.();
    const compare = comparisons[fn];
    const [left, right] = args;
    if (compare !== undefined && this.tolerance !== undefined && left !== undefined && right !== undefined) {
      if (is.isBlank(a) || is.isBlank(b)) return is.blank;
      return compare(a, b, this.tolerance(left, right)) ? 1 : 0;
    }
    return scalar(fn, a, b, c, shape.places);
  }
}

/** Blanks skipped, without judging what remains. */
const plainSum = (values: readonly number[]): number =>
  values.reduce((total, value) => (is.isBlank(total) ? value : is.isBlank(value) ? total : total + value), is.blank);

function* cellsOf(run: Run, memory: Float64Array): Iterable<number> {
  for (let i = 0; i < run.count; i++) yield memory[run.start + i * run.step] ?? is.blank;
}

/** Comparisons of a check: what differs by no more than the tolerance is the same. */
const comparisons: Readonly<Record<string, (a: number, b: number, tolerance: number) => boolean>> = {
  "==": (a, b, tolerance) => near(a, b, tolerance),
  "!=": (a, b, tolerance) => !near(a, b, tolerance),
  "<=": (a, b, tolerance) => a < b || near(a, b, tolerance),
  ">=": (a, b, tolerance) => a > b || near(a, b, tolerance),
  "<": (a, b) => is.less(a, b) === 1,
  ">": (a, b) => is.greater(a, b) === 1,
};

const near = (a: number, b: number, tolerance: number): boolean => is.equal(a, b) === 1 || Math.abs(a - b) <= tolerance * (1 + 1e-9);

function scalar(fn: string, a: number, b: number, c: number, places: number): number {
  switch (fn) {
    case "/":
      return is.divide(a, b);
    case "^":
      return is.power(a, b);
    case "==":
      return is.equal(a, b);
    case "!=":
      return is.unequal(a, b);
    case "<":
      return is.less(a, b);
    case "<=":
      return is.lessOrEqual(a, b);
    case ">":
      return is.greater(a, b);
    case ">=":
      return is.greaterOrEqual(a, b);
    case "and":
      return is.and(a, b);
    case "or":
      return is.or(a, b);
    case "negate":
      return is.negate(a);
    case "not":
      return is.not(a);
    case "abs":
      return is.abs(a);
    case "floor":
      return is.floor(a);
    case "ceil":
      return is.ceil(a);
    case "sqrt":
      return is.sqrt(a);
    case "round":
      return is.roundHalfAway(a, places);
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

import fc from "fast-check";
import type { BinaryOperator, Expr, NamePath } from "@/lib/formula";

const at = { from: 0, to: 0 };
const name = (...path: string[]): NamePath => ({ path, ...at });

/** Constants as a formula can hold them: not negative, few decimals. */
const constants: fc.Arbitrary<Expr> = fc
  .integer({ min: 0, max: 200_000 })
  .map((hundredths) => ({ kind: "number", value: hundredths / 100, ...at }));

export interface ExprOptions {
  /** Names that may stand, as paths. */
  readonly names: readonly (readonly [string, ...string[]])[];
  /** Whether ranges, children, units and history functions may stand. */
  readonly surroundings: boolean;
}

/** Trees of figures as the language allows them, of every operator and function. */
export function exprs({ names, surroundings }: ExprOptions): fc.Arbitrary<Expr> {
  const named = fc.constantFrom(...names).map((path): Expr => ({ kind: "name", name: name(...path), ...at }));
  const lists: fc.Arbitrary<Expr> = surroundings
    ? fc.constantFrom<Expr>(
        { kind: "range", first: name("c1"), last: name("c9"), ...at },
        { kind: "range", first: name("t1", "r1", "c1"), last: name("t1", "r9", "c1"), ...at },
        { kind: "children", ...at },
        { kind: "units", ...at },
      )
    : named;
  const { figure } = fc.letrec<{ figure: Expr; condition: Expr }>((tie) => {
    const figures = tie("figure");
    const conditions = tie("condition");
    const call = (fn: string, ...args: fc.Arbitrary<Expr>[]): fc.Arbitrary<Expr> =>
      fc.tuple(...args).map((list) => ({ kind: "call", fn, args: list, ...at }));
    const binary = (operators: readonly BinaryOperator[], sides: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
      fc
        .tuple(fc.constantFrom(...operators), sides, sides)
        .map(([operator, left, right]) => ({ kind: "binary", operator, left, right, ...at }));
    const history = fc.constantFrom("prev", "lastYear", "ytd", "yearPlan").chain((fn) => call(fn, named));
    return {
      figure: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 2, arbitrary: constants },
        { weight: 3, arbitrary: named },
        { weight: 6, arbitrary: binary(["+", "-", "*", "/", "^"], figures) },
        fc
          .tuple(fc.constantFrom("-" as const, "+" as const), figures)
          .map(([operator, operand]): Expr => ({ kind: "unary", operator, operand, ...at })),
        fc
          .tuple(conditions, figures, figures)
          .map(([test, then, otherwise]): Expr => ({ kind: "conditional", test, then, otherwise, ...at })),
        fc
          .tuple(fc.constantFrom("sum", "mean", "min", "max", "count"), fc.array(fc.oneof(figures, lists), { minLength: 1, maxLength: 4 }))
          .map(([fn, args]): Expr => ({ kind: "call", fn, args, ...at })),
        fc.constantFrom("abs", "sqrt").chain((fn) => call(fn, figures)),
        // Steps, like round, on figures of few decimals: at 10⁻¹³ beside a step, whose side one is on is a matter of taste.
        fc.constantFrom("floor", "ceil").chain((fn) => call(fn, fc.oneof(named, binary(["+", "-", "*"], named)))),
        fc.constantFrom("pow", "percent", "growth").chain((fn) => call(fn, figures, figures)),
        call("cagr", figures, figures, figures),
        call("coalesce", figures, figures),
        call("round", named),
        call(
          "round",
          named,
          fc.integer({ min: 0, max: 4 }).map((value): Expr => ({ kind: "number", value, ...at })),
        ),
        ...(surroundings ? [history] : []),
      ),
      condition: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 4, arbitrary: binary(["==", "!=", "<", "<=", ">", ">="], figures) },
        binary(["and", "or"], conditions),
        conditions.map((operand): Expr => ({ kind: "unary", operator: "not", operand, ...at })),
      ),
    };
  });
  return figure;
}

/** A tree without its places, for comparison. */
export const withoutPlaces = (expr: unknown): unknown =>
  JSON.parse(JSON.stringify(expr, (key, value: unknown) => (key === "from" || key === "to" ? undefined : value)));

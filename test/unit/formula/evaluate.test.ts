import fc from "fast-check";
import { all, create, type MathNode } from "mathjs";
import { describe, expect, it } from "vitest";
import { evaluate, type NamePath, parseFormula, printFormula, type Resolver, type Warning } from "@/lib/formula";
import { exprs } from "./arbitraryExpr";

/** Figures by their written name; what is not there is blank. */
function resolverOf(
  figures: Readonly<Record<string, number>>,
  lists: Partial<Record<"children" | "units" | "range", readonly number[]>> = {},
): Resolver {
  const written = (name: NamePath) => figures[name.path.join(".")] ?? Number.NaN;
  return {
    name: written,
    range: () => lists.range ?? [],
    children: () => lists.children ?? [],
    units: () => lists.units ?? [],
    history: (fn, name) => figures[`${fn} ${name.path.join(".")}`] ?? Number.NaN,
  };
}

function computed(text: string, resolver: Resolver) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const warnings: (readonly [Warning, string])[] = [];
  const value = evaluate(parsed.value, resolver, (warning, at) => warnings.push([warning, text.slice(at.from, at.to)]));
  return { value: Number.isNaN(value) ? "blank" : value, warnings };
}

describe("the value of a formula", () => {
  const figures = { a: 6, b: 3, zero: 0, negative: -8, tenth: 0.1, "r01.c3": 10, "prev a": 5, "ytd r01.c3": 70 };
  const resolver = resolverOf(figures, { range: [1, Number.NaN, 3], children: [2, 4], units: [Number.NaN, Number.NaN] });

  it.each([
    ["a + b * 2", 12],
    ["-2^2", -4],
    ["2^3^2", 512],
    ["a - b - 1", 2],
    ["a / b / 2", 1],
    ["+a", 6],
    // Blank is not zero: sums skip it, products and quotients pass it on.
    ["a + nothing", 6],
    ["nothing + a", 6],
    ["a - nothing", 6],
    ["nothing - a", -6],
    ["nothing + nothing", "blank"],
    ["a * nothing", "blank"],
    ["a / nothing", "blank"],
    ["nothing / zero", "blank"],
    ["nothing ^ 0", "blank"],
    ["1 ^ nothing", "blank"],
    ["-nothing", "blank"],
    ["abs(nothing)", "blank"],
    ["round(nothing, 2)", "blank"],
    ["sum(r1:r3)", 4],
    ["sum(r1:r3, a, nothing)", 10],
    ["sum(units)", "blank"],
    ["sum(nothing)", "blank"],
    ["mean(r1:r3)", 2],
    ["mean(units)", "blank"],
    ["min(r1:r3, negative)", -8],
    ["max(units)", "blank"],
    ["max(children, a)", 6],
    ["count(r1:r3)", 2],
    ["count(units)", 0],
    ["coalesce(nothing, b, a)", 3],
    ["coalesce(nothing, units_alone, nothing)", "blank"],
    ["coalesce(zero, a)", 0],
    ["round(2.5)", 3],
    ["round(-2.5)", -3],
    ["round(0.145 * 3, 2)", 0.44],
    ["round(1250, -2)", 1300],
    ["floor(tenth * 3 * 10)", 3],
    ["ceil(tenth * 3 * 10)", 3],
    ["floor(negative / 3)", -3],
    ["ceil(negative / 3)", -2],
    ["sqrt(a + b)", 3],
    ["pow(2, 10)", 1024],
    ["percent(b, a)", 50],
    ["growth(a, b)", 100],
    ["cagr(121, 100, 2)", 10.000000000000009],
    ["percent(nothing, a)", "blank"],
    // Conditions.
    ["if(a > b, 1, 2)", 1],
    ["a < b ? 1 : 2", 2],
    ["if(tenth + 0.2 == 0.3, 1, 2)", 1],
    ["if(tenth + 0.2 > 0.3, 1, 2)", 2],
    ["if(tenth + 0.2 <= 0.3, 1, 2)", 1],
    ["if(1234567890123 == 1234567890124, 1, 2)", 2],
    ["if(a != b and not (a == b), 1, 2)", 1],
    // A condition that is not known chooses nothing.
    ["if(nothing > 0, 1, 2)", "blank"],
    ["if(nothing == nothing, 1, 2)", "blank"],
    ["if(nothing > 0 and a < b, 1, 2)", 2],
    ["if(nothing > 0 and a > b, 1, 2)", "blank"],
    ["if(nothing > 0 or a > b, 1, 2)", 1],
    ["if(nothing > 0 or a < b, 1, 2)", "blank"],
    ["if(not (nothing > 0), 1, 2)", "blank"],
    ["if(a > b, 1, nothing / zero)", 1],
    // Names and other periods.
    ["r01.c3 + sum(children)", 16],
    ["a - prev(a)", 1],
    ["ytd(r01.c3)", 70],
    ["yearPlan(a)", "blank"],
  ])("%s is %s", (text, expected) => {
    expect(computed(text, resolver)).toEqual({ value: expected, warnings: [] });
  });

  it.each([
    ["1 + a / zero", 1, "divisionByZero", "a / zero"],
    ["zero / zero", "blank", "divisionByZero", "zero / zero"],
    ["percent(a, b - 3)", "blank", "divisionByZero", "percent(a, b - 3)"],
    ["growth(a, zero)", "blank", "divisionByZero", "growth(a, zero)"],
    ["cagr(a, zero, 2)", "blank", "divisionByZero", "cagr(a, zero, 2)"],
    ["cagr(a, b, zero)", "blank", "divisionByZero", "cagr(a, b, zero)"],
    ["zero ^ -1", "blank", "divisionByZero", "zero ^ -1"],
    ["pow(zero, -1)", "blank", "divisionByZero", "pow(zero, -1)"],
    ["sqrt(negative)", "blank", "noValue", "sqrt(negative)"],
    ["negative ^ 0.5", "blank", "noValue", "negative ^ 0.5"],
    ["10 ^ 308 * 10", "blank", "noValue", "10 ^ 308 * 10"],
    ["coalesce(a / zero, 7)", 7, "divisionByZero", "a / zero"],
  ])("%s is %s and warns of %s at %s", (text, expected, warning, at) => {
    expect(computed(text, resolver)).toEqual({ value: expected, warnings: [[warning, at]] });
  });

  it("warns of nothing in the branch that is not taken", () => {
    expect(computed("if(zero == 0, 0, a / zero)", resolver)).toEqual({ value: 0, warnings: [] });
  });
});

describe("formulas beside plain mathjs", () => {
  const mathjs = create(all ?? {}, { relTol: 5e-15, absTol: 1e-12 });
  // mathjs gives functions marked so their arguments unevaluated: the branch not taken may have no value there.
  const lazy = (choose: (value: (index: number) => unknown) => unknown) =>
    Object.assign((args: readonly MathNode[], _: unknown, scope: object) => choose((index) => args[index]?.compile().evaluate(scope)), {
      rawArgs: true,
    });
  mathjs.import(
    {
      if: lazy((value) => (value(0) ? value(1) : value(2))),
      coalesce: lazy((value) => value(0)),
      percent: (a: number, b: number) => mathjs.evaluate("a / b * 100", { a, b }),
      growth: (a: number, b: number) => mathjs.evaluate("(a / b - 1) * 100", { a, b }),
      cagr: (a: number, b: number, years: number) => mathjs.evaluate("((a / b) ^ (1 / years) - 1) * 100", { a, b, years }),
      count: (...values: readonly unknown[]) => values.length,
    },
    { override: true },
  );
  const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100);

  it("give the same numbers where nothing is blank", { timeout: 30_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(
        exprs({ names: [["a"], ["b"], ["c"], ["f", "d"]], surroundings: false }),
        fc.tuple(figure, figure, figure, figure),
        (expr, [a, b, c, d]) => {
          let blank = false;
          const value = evaluate(expr, resolverOf({ a, b, c, "f.d": d }), () => {
            blank = true;
          });
          // Where a figure has no value, mathjs goes on with infinities and complex numbers, and we with blanks.
          fc.pre(!blank && !Number.isNaN(value) && Math.abs(value) < 1e15);
          const theirs: unknown = mathjs.evaluate(printFormula(expr), { a, b, c, f: { d } });
          compared += 1;
          expect(typeof theirs).toBe("number");
          expect(Math.abs(Number(theirs) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
        },
      ),
      { numRuns: 1000 },
    );
    expect(compared).toBe(1000);
  });
});

import { describe, expect, test } from "vitest";
import {
  blankExamples,
  type Example,
  excelExamples,
  functionExamples,
  nameExamples,
  operatorExamples,
  rangeExamples,
  roundingExamples,
  zeroExamples,
} from "@/app/(rooms)/help/formulas/examples";
import { showExample } from "@/app/(rooms)/help/formulas/showExample";
import { letter, signature } from "@/app/(rooms)/help/formulas/signature";
import { functions, parseFormula } from "@/lib/formula";
import { locales, messageOf } from "@/lib/messages";

/** The result as the Vietnamese page prints it, short. */
function result(example: Example): string {
  const shown = showExample(example, "vi");
  switch (shown.kind) {
    case "number":
      return shown.text;
    case "condition":
      return String(shown.holds);
    case "blank":
      return ["blank", ...shown.warnings].join(" ");
    case "refused":
      return "refused";
  }
}

const results = (examples: readonly Example[]) => examples.map((example) => `${example.formula} → ${result(example)}`);
const second = (pairs: readonly (readonly [string, Example])[]) => pairs.map(([, example]) => example);

describe("the help on formulas prints what is true", () => {
  test("of names: r02 is 120, 90, 75, and r01 adds the rows up", () => {
    expect(results(second(nameExamples))).toEqual([
      "c4 → 90",
      "r02 → 90",
      "r02.c4 → 90",
      "t2.r01.c3 → 1.500",
      "f.dan_so → 1.247.000",
      "ind.KTXH_01 → 8,4",
    ]);
  });

  test("of ranges, children and units", () => {
    expect(results(second(rangeExamples))).toEqual([
      "sum(c3:c5) → 285",
      "sum(r02:r06) → 215",
      "sum(r02.c3:r04.c3) → 200",
      "sum(children) → 215",
      "sum(units) → 40",
      "max(c3:c5, 100) → 120",
    ]);
  });

  test("of operators", () => {
    expect(results(second(operatorExamples))).toEqual([
      "2 ^ 3 ^ 2 → 512",
      "-2 ^ 2 → -4",
      "c4 / c3 * 100 → 75",
      "c3 - c4 + c5 → 105",
      "c4 >= c3 → false",
      "c3 > 0 and c4 > 0 → true",
      "c4 > c3 or c4 > c5 → true",
      "not (c4 == c5) → true",
      "c4 > c5 ? c4 - c5 : 0 → 15",
    ]);
  });

  test("of functions", () => {
    expect(results(functions.flatMap(({ name }) => functionExamples[name]))).toEqual([
      "sum(r02:r06) → 215",
      "sum(c3, c4) → 25",
      "mean(r02:r06) → 53,75",
      "min(children) → 0",
      "max(c3, c4, c5) → 120",
      "count(children) → 4",
      "round(c4 / c3, 1) → 0,8",
      "round(-2.5) → -3",
      "round(t2.r01.c3, -3) → 2.000",
      "abs(c4 - c3) → 30",
      "floor(-2.5) → -3",
      "ceil(-2.5) → -2",
      "sqrt(16) → 4",
      "sqrt(-16) → blank noValue",
      "pow(2, 10) → 1.024",
      "if(c4 > c5, c4 - c5, 0) → 15",
      "if(c4 > c5, 1, 2) → blank",
      "coalesce(c3, c4) → 25",
      "coalesce(c4, 0) → 0",
      "percent(c4, c3) → 75",
      "growth(c4, c5) → 20",
      "cagr(c3, c5, 3) → 16,9607",
      "prev(c4) → 70",
      "growth(c4, prev(c4)) → 28,5714",
      "growth(c4, lastYear(c4)) → 20",
      "ytd(c4) → 250",
      "percent(ytd(c4), yearPlan(c4)) → 52,0833",
    ]);
  });

  test("of blanks: r04 has no plan, r05 '-' and r06 'x' for what was done", () => {
    expect(results(blankExamples)).toEqual([
      "c3 + c4 → 25",
      "c3 - c4 → -25",
      "c3 + c4 → 40",
      "c3 + c4 → 50",
      "sum(c3) → blank",
      "c3 * c4 → blank",
      "c4 / c3 → blank",
      "c3 * c4 → 0",
      "c3 == 0 → blank",
      "if(c3 > 0, 1, 2) → blank",
      "c3 > 0 and c4 > 100 → false",
      "count(r02:r06) → 4",
      "mean(r02:r06) → 53,75",
    ]);
  });

  test("of division by zero and of rounding", () => {
    expect(results(zeroExamples)).toEqual([
      "c4 / c5 → blank divisionByZero",
      "percent(c4, c5) → blank divisionByZero",
      "growth(c4, c5) → blank divisionByZero",
      "if(c5 == 0, 0, c4 / c5) → 0",
      "sqrt(c4 - c3) → blank noValue",
    ]);
    expect(results(roundingExamples)).toEqual([
      "round(2.5) → 3",
      "round(-2.5) → -3",
      "round(0.145 * 3, 2) → 0,44",
      "0.1 + 0.2 == 0.3 → true",
      "c3 / 3 → 26,6667",
      "round(c3 / 3, 2) * 3 → 80,01",
      "c3 / 3 * 3 → 80",
    ]);
  });

  test("of the differences from Excel", () => {
    expect(excelExamples.map(([key, , , example]) => `${key}: ${result(example)}`)).toEqual([
      "equals: refused",
      "equality: refused",
      "equalityHere: false",
      "unequal: refused",
      "power: 512",
      "minus: -4",
      "percentSign: refused",
      "decimalComma: refused",
      "semicolon: refused",
      "implicit: refused",
      "blankProduct: blank",
      "blankEquals: blank",
      "blankLess: blank",
      "zero: blank divisionByZero",
      "average: 95",
      "logic: true",
      "text: refused",
    ]);
    const equality = excelExamples.find(([key]) => key === "equality")?.[3];
    expect(equality && showExample(equality, "en")).toEqual({ kind: "refused", message: messageOf("en", "formula.equals") });
  });
});

describe("the help's table of functions", () => {
  test("uses each function in its own examples", () => {
    for (const { name } of functions) {
      expect(functionExamples[name].length, name).toBeGreaterThan(0);
      for (const { formula } of functionExamples[name]) expect(formula).toContain(`${name}(`);
    }
  });

  test("writes signatures of as many arguments as the language takes", () => {
    for (const fn of functions) {
      const given = (count: number) => {
        const kinds = Array.from({ length: count }, (_, i) => fn.parameters[Math.min(i, fn.parameters.length - 1)]?.kind);
        const args = kinds.map((kind) => (kind === "condition" ? "c3 > 0" : kind === "places" ? "1" : "c3"));
        return parseFormula(`${fn.name}(${args.join(", ")})`).ok;
      };
      expect(given(fn.least), fn.name).toBe(true);
      expect(given(fn.parameters.length), fn.name).toBe(true);
      expect(given(fn.least - 1), fn.name).toBe(false);
      expect(given(fn.parameters.length + 1), fn.name).toBe(signature(fn).endsWith(", …)"));
    }
    expect(functions.map(signature)).toEqual(expect.arrayContaining(["percent(a, b)", "round(a[, b])", "sum(a, …)", "coalesce(a, b, …)"]));
  });

  test("has words for every function and parameter in both languages", () => {
    for (const locale of locales) {
      for (const { name, parameters } of functions) {
        expect(messageOf(locale, `formula.functions.${name}`), name).toBeTypeOf("string");
        for (const parameter of parameters) expect(messageOf(locale, `formula.parameters.${parameter.name}`)).toBeTypeOf("string");
      }
    }
    expect([0, 1, 2].map(letter)).toEqual(["a", "b", "c"]);
  });
});

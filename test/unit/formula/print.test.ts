import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits, parseFormula, printFormula } from "@/lib/formula";
import { exprs, withoutPlaces } from "./arbitraryExpr";

describe("printing a formula", () => {
  const trees = exprs({
    names: [["c1"], ["r01"], ["r01", "c3"], ["t2", "r01", "c3"], ["f", "dan_so"], ["ind", "KTXH_01"]],
    surroundings: true,
  });

  it("and reading it again gives the same tree", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = printFormula(tree);
        fc.pre(text.length <= limits.length);
        const parsed = parseFormula(text);
        if (!parsed.ok && parsed.error.some(({ code }) => code === "formula.tooDeep")) return;
        expect(withoutPlaces(parsed.ok ? parsed.value : parsed.error)).toEqual(withoutPlaces(tree));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["((c1 + c2)) * c3", "(c1 + c2) * c3"],
    ["c1-(c2-c3)", "c1 - (c2 - c3)"],
    ["(c1-c2)-c3", "c1 - c2 - c3"],
    ["(2^3)^2", "(2 ^ 3) ^ 2"],
    ["2^(3^2)", "2 ^ 3 ^ 2"],
    ["(-2)^2", "(-2) ^ 2"],
    ["-(2^2)", "-2 ^ 2"],
    ["(not a) == b", "(not a) == b"],
    ["not (a == b)", "not (a == b)"],
    ["(a == b) == (c == d)", "(a == b) == (c == d)"],
    ["a > 1 ? b : c", "if(a > 1, b, c)"],
    ["sum(c3:c8,children)", "sum(c3:c8, children)"],
    ["(a and b) or c", "a and b or c"],
    ["a and (b or c)", "a and (b or c)"],
  ])("%s as %s", (text, printed) => {
    const parsed = parseFormula(text);
    expect(parsed.ok && printFormula(parsed.value)).toBe(printed);
  });

  it("gives each part the place that reads as that part alone", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = printFormula(tree);
        const parsed = parseFormula(text);
        fc.pre(parsed.ok);
        if (!parsed.ok || parsed.value.kind !== "binary") return;
        const { left, right } = parsed.value;
        for (const side of [left, right]) {
          const alone = parseFormula(text.slice(side.from, side.to));
          expect(withoutPlaces(alone.ok ? alone.value : alone.error)).toEqual(withoutPlaces(side));
        }
      }),
    );
  });
});

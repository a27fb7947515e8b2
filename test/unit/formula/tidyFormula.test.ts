import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula, printFormula, tidyFormula } from "@/lib/formula";
import { exprs } from "./arbitraryExpr";

describe("a formula written as in Excel", () => {
  it.each([
    ["=c3 + c4", "c3 + c4"],
    ["=SUM(c3:c8)", "sum(c3:c8)"],
    ["SUM(c3;c4;c5)", "sum(c3,c4,c5)"],
    ["c3 * 1,5", "c3 * 1.5"],
    ["round(c3 * 1,5; 2)", "round(c3 * 1.5, 2)"],
    ["AVERAGE(c3:c5)", "mean(c3:c5)"],
    ["Power(c3, 2)", "pow(c3, 2)"],
    ["LASTYEAR(c3)", "lastYear(c3)"],
    ["c3 × c4 ÷ 2", "c3 * c4 / 2"],
    ["c3 − c4", "c3 - c4"],
    ["IF(c3 = c4; 1; 0)", "if(c3 == c4, 1, 0)"],
    ["c3 <> c4", "c3 != c4"],
    ["c3 ≥ c4 && c5 > 0", "c3 >= c4 and c5 > 0"],
  ])("%s becomes %s", (written, tidy) => {
    expect(tidyFormula(written)).toBe(tidy);
    expect(parseFormula(tidy)).toMatchObject({ ok: true });
  });

  it("keeps a comma between digits inside a call: it could be two arguments", () => {
    expect(tidyFormula("sum(1,5)")).toBe("sum(1,5)");
  });

  it("keeps names and functions that it does not know", () => {
    expect(tidyFormula("VLOOKUP(c3, 2) + Ten_Cot")).toBe("VLOOKUP(c3, 2) + Ten_Cot");
  });

  it("changes nothing of a formula that is written well", () => {
    fc.assert(
      fc.property(exprs({ names: [["c1"], ["r01", "c3"], ["f", "x"]], surroundings: true }), (expr) => {
        const text = printFormula(expr);
        expect(tidyFormula(text)).toBe(text);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfAway, semantics } from "@/lib/formula";

describe("rounding half away from zero", () => {
  it.each([
    [0.145 * 3, 2, 0.44],
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-2.5, 0, -3],
    [2.5, 0, 3],
    [2.4999, 0, 2],
    [0.5, 0, 1],
    [0.49999999999999994, 0, 1],
    [1.45, 1, 1.5],
    [8.345, 2, 8.35],
    [1234567.005, 2, 1234567.01],
    [1250, -2, 1300],
    [1249.99, -2, 1200],
    [-1250, -2, -1300],
    [0.000_000_5, 6, 0.000_001],
    [5e-324, 2, 0],
    [2 ** 53 + 2, 0, 2 ** 53 + 2],
    [1e21, 2, 1e21],
    [2 ** 52 + 1, 0, 2 ** 52 + 1],
    [4503599627370497, 1, 4503599627370497],
    [123456789012.345, 2, 123456789012.35],
  ])("%d to %i decimals is %d", (x, decimals, rounded) => {
    expect(roundHalfAway(x, decimals)).toBe(rounded);
  });

  it("keeps a blank, and never gives minus zero", () => {
    expect(roundHalfAway(Number.NaN, 2)).toBeNaN();
    expect(Object.is(roundHalfAway(-0.001, 2), 0)).toBe(true);
    expect(Object.is(roundHalfAway(-0, 0), 0)).toBe(true);
  });

  it("follows the decimal digits, whatever way the figure was computed", () => {
    // In integers of the last decimal the answer is exact: n thousandths to hundredths.
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (thousandths) => {
        const hundredths = Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 5) / 10);
        expect(roundHalfAway(thousandths / 1000, 2)).toBe(hundredths / 100 || 0);
        expect(roundHalfAway(thousandths * 0.001, 2)).toBe(hundredths / 100 || 0);
      }),
    );
  });

  it("is odd, and once is enough", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer({ min: -6, max: 6 }), (x, decimals) => {
        const once = roundHalfAway(x, decimals);
        expect(roundHalfAway(once, decimals)).toBe(once);
        expect(roundHalfAway(-x, decimals)).toBe(-once || 0);
      }),
    );
  });
});

describe("whole numbers below and above", () => {
  it("see through the error of doubles", () => {
    expect(semantics.floor(2.9999999999999996)).toBe(3);
    expect(semantics.ceil(3.0000000000000004)).toBe(3);
    expect(semantics.floor(2.9999)).toBe(2);
    expect(semantics.ceil(3.0001)).toBe(4);
    expect(Object.is(semantics.ceil(-0.5), 0)).toBe(true);
  });
});

describe("conditions with blanks", () => {
  const { and, or, not, choose } = semantics;
  const blank = Number.NaN;
  it.each([
    [1, 1, 1, 1],
    [1, 0, 0, 1],
    [0, 0, 0, 0],
    [1, blank, blank, 1],
    [blank, 1, blank, 1],
    [0, blank, 0, blank],
    [blank, 0, 0, blank],
    [blank, blank, blank, blank],
  ])("%d and/or %d are %d and %d", (a, b, both, either) => {
    expect([and(a, b), or(a, b)]).toEqual([both, either]);
  });

  it("are not turned into a choice", () => {
    expect(not(blank)).toBeNaN();
    expect(choose(blank, 1, 2)).toBeNaN();
    expect(semantics.equal(blank, blank)).toBeNaN();
  });
});

/**
 * What the operators and functions mean for one value each (DESIGN 5). A value is a double; blank is NaN, and
 * conditions are 1, 0 and blank. No operation gives an infinity or a NaN of its own: a result that is no number is
 * blank. `dividesByZero` tells which of those blanks deserve a warning. This file is a door of its own: it runs where
 * forms are filled, without the parser.
 */

export const blank = Number.NaN;
export const isBlank = (x: number): boolean => Number.isNaN(x);

const finite = (x: number): number => (Number.isFinite(x) ? x : blank);

/**
 * What terms leave, of which the largest has this size: where they cancel out, the noise of doubles is nothing, so that
 * 0.1 + 0.2 − 0.3 is 0, as in a spreadsheet. A whole remainder is none.
 */
export const remainder = (total: number, largest: number): number =>
  total < 1 && total > -1 && Math.abs(total) <= 5e-15 * largest ? 0 : total;

/** Blanks are skipped; blank only when both are. */
export const add = (a: number, b: number): number =>
  isBlank(a) ? b : isBlank(b) ? a : finite(remainder(a + b, Math.max(Math.abs(a), Math.abs(b))));
/** Blanks are skipped: blank − 5 is −5. */
export const subtract = (a: number, b: number): number => (isBlank(a) && isBlank(b) ? blank : add(a, -b));
export const multiply = (a: number, b: number): number => finite(a * b);
/** Blank when an operand is, or when dividing by zero. */
export const divide = (a: number, b: number): number => finite(a / b);
/** Blank when an operand is (also for a zeroth power, which is 1 in JavaScript), or when there is no real result. */
export const power = (a: number, b: number): number => (isBlank(a) || isBlank(b) ? blank : finite(a ** b));
export const negate = (a: number): number => -a;

/** A quotient of two present figures whose divisor is zero. */
export const dividesByZero = (a: number, b: number): boolean => b === 0 && !isBlank(a);

/**
 * Whether two figures are one: to 15 significant digits, like the rounding, so that 0.1 + 0.2 == 0.3, and near zero
 * to 10⁻¹², beyond anything a report shows.
 */
const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.max(5e-15 * Math.max(Math.abs(a), Math.abs(b)), 1e-12);

const answer = (a: number, b: number, holds: boolean): number => (isBlank(a) || isBlank(b) ? blank : holds ? 1 : 0);

// A comparison with a blank is blank: not known. A check that is blank holds, and `if` of a blank is blank.
export const equal = (a: number, b: number): number => answer(a, b, same(a, b));
export const unequal = (a: number, b: number): number => answer(a, b, !same(a, b));
export const less = (a: number, b: number): number => answer(a, b, a < b && !same(a, b));
export const lessOrEqual = (a: number, b: number): number => answer(a, b, a < b || same(a, b));
export const greater = (a: number, b: number): number => answer(a, b, a > b && !same(a, b));
export const greaterOrEqual = (a: number, b: number): number => answer(a, b, a > b || same(a, b));

/** False when either is false, else blank when either is blank (as in SQL). */
export const and = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : isBlank(a) || isBlank(b) ? blank : 1);
/** True when either is true, else blank when either is blank (as in SQL). */
export const or = (a: number, b: number): number =>
  (a !== 0 && !isBlank(a)) || (b !== 0 && !isBlank(b)) ? 1 : isBlank(a) || isBlank(b) ? blank : 0;
export const not = (a: number): number => (isBlank(a) ? blank : a === 0 ? 1 : 0);
/** Blank when the condition is. */
export const choose = (test: number, then: number, otherwise: number): number => (isBlank(test) ? blank : test === 0 ? otherwise : then);

/** Blanks skipped; blank when all are. What remains is judged by the largest of all, also where the terms of a + b − c are. */
export const sum = (values: Iterable<number>): number => {
  let total = blank;
  let largest = 0;
  for (const value of values) {
    if (isBlank(value)) continue;
    total = isBlank(total) ? value : total + value;
    largest = Math.max(largest, Math.abs(value));
  }
  return finite(remainder(total, largest));
};
/** Of those that are not blank; blank when all are. */
export const mean = (values: Iterable<number>): number => {
  const present = [...values].filter((value) => !isBlank(value));
  return divide(sum(present), present.length);
};
/** The smallest of those that are not blank. */
export const min = (values: Iterable<number>): number => {
  let least = blank;
  for (const value of values) if (isBlank(least) || value < least) least = value;
  return least;
};
/** The largest of those that are not blank. */
export const max = (values: Iterable<number>): number => {
  let most = blank;
  for (const value of values) if (isBlank(most) || value > most) most = value;
  return most;
};
/** How many are not blank; 0 when all are. */
export const count = (values: Iterable<number>): number => {
  let present = 0;
  for (const value of values) if (!isBlank(value)) present += 1;
  return present;
};

export const abs = (x: number): number => Math.abs(x);
/** The whole number below, of the figure snapped to 15 significant digits: floor(0.1 × 3 × 10) is 3. */
export const floor = (x: number): number => Math.floor(snap(x));
/** The whole number above, of the figure snapped to 15 significant digits. */
export const ceil = (x: number): number => Math.ceil(snap(x)) || 0;
/** Blank of a negative figure. */
export const sqrt = (x: number): number => finite(Math.sqrt(x));

/** Share in per cent: a / b · 100. */
export const percent = (a: number, b: number): number => finite((a / b) * 100);
/** Change in per cent: (a / b − 1) · 100. */
export const growth = (a: number, b: number): number => finite((a / b - 1) * 100);
/** Mean yearly growth in per cent from first to last over so many years: ((last / first)^(1 / years) − 1) · 100. */
export const cagr = (last: number, first: number, years: number): number =>
  isBlank(years) || dividesByZero(1, years) ? blank : finite((power(divide(last, first), 1 / years) - 1) * 100);

const snap = (x: number): number => {
  const near = Math.round(x);
  // Only a figure this near a whole one can change by snapping in a way that floor and ceil see.
  return x !== near && Math.abs(x - near) <= Math.abs(x) * 1e-14 ? Number(x.toPrecision(15)) : x;
};

const tens = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * Rounds half away from zero to so many decimals (negative: to tens, hundreds …), after snapping to 15 significant
 * digits, so that 0.145 × 3 gives 0.44. Blank stays blank. From 10¹⁵ units of the last decimal on nothing is snapped,
 * and from 2⁵³ on, where a double has no such decimal any more, the figure is given back as it is.
 */
export function roundHalfAway(x: number, decimals: number): number {
  if (decimals === 0 && Number.isInteger(x)) return x || 0;
  const size = Math.abs(x);
  const scale = tens[Math.abs(decimals)] ?? 10 ** Math.abs(decimals);
  const scaled = decimals < 0 ? size / scale : size * scale;
  if (!(scaled < 2 ** 53)) return x;
  // Beyond 15 digits there is nothing to snap to.
  if (scaled >= 1e15) return roundedUnits(x, Math.round(scaled), scale, decimals);
  const near = Math.abs(scaled - Math.floor(scaled) - 0.5) <= scaled * 1e-14;
  // Within the width of snapping around a half, the decimal digits decide; elsewhere snapping changes nothing.
  const units = Math.floor((near ? shift(Number(size.toPrecision(15)), decimals) : scaled) + 0.5);
  return roundedUnits(x, units, scale, decimals);
}

const roundedUnits = (x: number, units: number, scale: number, decimals: number): number => {
  const rounded = decimals < 0 ? units * scale : units / scale;
  return x < 0 ? -rounded || 0 : rounded;
};

/** x · 10^places without the error of a multiplication: the decimal digits are moved. */
const shift = (x: number, places: number): number => {
  const [digits = "", exponent = "0"] = String(x).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
};

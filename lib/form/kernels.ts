import * as is from "@/lib/formula/semantics";
import type { Run } from "./segment";

/**
 * Where an operand or result stands in the memory: that of lane `first` at `start + first · lane`, those of the next
 * lanes behind it one by one. Cells have `lane` 1; scratch vectors begin anew with every block (`lane` 0).
 */
export interface Place {
  readonly start: number;
  readonly lane: number;
}

/** All places are made here, so that engines see one kind of object. */
export const place = (start: number, lane: number): Place => ({ start, lane });

/** One operation over lanes. All instructions have one layout, whatever they use of it, so that engines read them fast. */
export interface Instruction {
  readonly kernel: Kernel;
  readonly to: Place;
  readonly a: Place;
  readonly b: Place;
  readonly c: Place;
  readonly d: Place;
  readonly runs: readonly Run[];
  /** Cells that `gather` reads: from one lane to the next. */
  readonly step: number;
  /** Power of ten of fixed decimals (0: none), or the places of round. */
  readonly scale: number;
  /** Operands of an addition that are taken away: bit 1 for b, 2 for c, 3 for d. */
  readonly minus: number;
}

/** Computes `count` lanes from lane `first` on. */
export type Kernel = (memory: Float64Array, instruction: Instruction, first: number, count: number) => void;

/** Puts figures that do not stand side by side, or one that all lanes read, where kernels find them so. */
export const gather: Kernel = (m, { to, a, step }, first, count) => {
  const t = to.start;
  const i = a.start + first * step;
  if (step === 0 && count >= FILL) m.fill(m[i] as number, t, t + count);
  else for (let n = 0; n < count; n++) m[t + n] = m[i + n * step] as number;
};

/** From so many lanes on, filling as memory is faster than one by one. */
const FILL = 16;

// In all loops: `r - r` is 0 for a number and NaN for NaN and the infinities, so one test finds every lane that needs
// the full rules of blanks (`lib/formula/semantics`); the rest have been computed already. `+ 0` turns -0 into 0.
// One counter, no steps and no calls leave all that a loop needs in registers: at the first blank the rest of the block
// goes to another function.

/** a ± b, blanks skipped. */
export const add2: Kernel = (m, instruction, first, count) => {
  const { to, a, b, minus } = instruction;
  const sy = minus & 2 ? -1 : 1;
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  for (let n = 0; n < count; n++) {
    const x = m[i + n] as number;
    const y = sy * (m[j + n] as number);
    const r = x + y;
    if (r - r !== 0) {
      addRest(m, instruction, 2, first, n, count);
      return;
    }
    m[t + n] = r;
  }
};

/** a ± b ± c, blanks skipped. */
export const add3: Kernel = (m, instruction, first, count) => {
  const { to, a, b, c, minus } = instruction;
  const sy = minus & 2 ? -1 : 1;
  const sz = minus & 4 ? -1 : 1;
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  const l = c.start + first * c.lane;
  for (let n = 0; n < count; n++) {
    const x = m[i + n] as number;
    const y = sy * (m[j + n] as number);
    const z = sz * (m[l + n] as number);
    const r = x + y + z;
    if (r - r !== 0) {
      addRest(m, instruction, 3, first, n, count);
      return;
    }
    m[t + n] = r;
  }
};

/** a ± b ± c ± d, blanks skipped. */
export const add4: Kernel = (m, instruction, first, count) => {
  const { to, a, b, c, d, minus } = instruction;
  const sy = minus & 2 ? -1 : 1;
  const sz = minus & 4 ? -1 : 1;
  const sw = minus & 8 ? -1 : 1;
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  const l = c.start + first * c.lane;
  const o = d.start + first * d.lane;
  for (let n = 0; n < count; n++) {
    const x = m[i + n] as number;
    const y = sy * (m[j + n] as number);
    const z = sz * (m[l + n] as number);
    const w = sw * (m[o + n] as number);
    const r = x + y + z + w;
    if (r - r !== 0) {
      addRest(m, instruction, 4, first, n, count);
      return;
    }
    m[t + n] = r;
  }
};

/** The lanes of an addition of so many terms from the one at `begin` on, where some are blank. */
function addRest(m: Float64Array, instruction: Instruction, terms: 2 | 3 | 4, first: number, begin: number, count: number): void {
  const { to, a, b, c, d, minus } = instruction;
  for (let n = begin; n < count; n++) {
    const x = m[a.start + first * a.lane + n] as number;
    const y = (minus & 2 ? -1 : 1) * (m[b.start + first * b.lane + n] as number);
    const z = terms > 2 ? (minus & 4 ? -1 : 1) * (m[c.start + first * c.lane + n] as number) : 0;
    const w = terms > 3 ? (minus & 8 ? -1 : 1) * (m[d.start + first * d.lane + n] as number) : 0;
    let r = x + y;
    if (terms > 2) r += z;
    if (terms > 3) r += w;
    if (r - r !== 0) {
      r = joined(x, y);
      if (terms > 2) r = joined(r, z);
      if (terms > 3) r = joined(r, w);
      r = r - r === 0 ? r + 0 : Number.NaN;
    }
    m[to.start + first * to.lane + n] = r;
  }
}

/** The sum of what is not blank. */
const joined = (a: number, b: number): number => (is.isBlank(a) ? b : is.isBlank(b) ? a : a + b);

/**
 * a ± b (± c (± d)) of figures without fixed decimals, blanks skipped: where they cancel out, the noise of doubles is
 * nothing (`remainder`).
 */
export const addFree =
  (terms: 2 | 3 | 4): Kernel =>
  (m, { to, a, b, c, d, minus }, first, count) => {
    const t = to.start + first * to.lane;
    const i = a.start + first * a.lane;
    const j = b.start + first * b.lane;
    const l = c.start + first * c.lane;
    const o = d.start + first * d.lane;
    const sy = minus & 2 ? -1 : 1;
    const sz = minus & 4 ? -1 : 1;
    const sw = minus & 8 ? -1 : 1;
    for (let n = 0; n < count; n++) {
      const x = m[i + n] as number;
      const y = sy * (m[j + n] as number);
      const z = terms > 2 ? sz * (m[l + n] as number) : Number.NaN;
      const w = terms > 3 ? sw * (m[o + n] as number) : Number.NaN;
      let r = x + y;
      if (terms > 2) r += z;
      if (terms > 3) r += w;
      // Most sums are neither blank nor small.
      if (r - r !== 0 || (r < 1 && r > -1)) r = remainderOf(x, y, z, w);
      m[t + n] = r + 0;
    }
  };

function remainderOf(x: number, y: number, z: number, w: number): number {
  const largest = larger(larger(larger(Math.abs(x), Math.abs(y)), Math.abs(z)), Math.abs(w));
  const total = is.remainder(joined(joined(joined(x, y), z), w), largest);
  return total - total === 0 ? total : Number.NaN;
}

/** a · b; blank with a blank. */
export const multiply: Kernel = (m, { to, a, b }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  for (let n = 0; n < count; n++) {
    const r = (m[i + n] as number) * (m[j + n] as number);
    m[t + n] = r - r === 0 ? r : Number.NaN;
  }
};

/** a · b · c; blank with a blank. */
export const multiply3: Kernel = (m, { to, a, b, c }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  const l = c.start + first * c.lane;
  for (let n = 0; n < count; n++) {
    const r = (m[i + n] as number) * (m[j + n] as number) * (m[l + n] as number);
    m[t + n] = r - r === 0 ? r : Number.NaN;
  }
};

/** a / b; blank with a blank and by zero. */
export const divide: Kernel = (m, { to, a, b }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  for (let n = 0; n < count; n++) {
    const r = (m[i + n] as number) / (m[j + n] as number);
    m[t + n] = r - r === 0 ? r : Number.NaN;
  }
};

/** a / b · 100; blank with a blank and by zero. */
export const percent: Kernel = (m, { to, a, b }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  for (let n = 0; n < count; n++) {
    const r = ((m[i + n] as number) / (m[j + n] as number)) * 100;
    m[t + n] = r - r === 0 ? r : Number.NaN;
  }
};

/** a / (b + c) · 100; blanks as in the two operations one after the other. */
export const percentOfSum: Kernel = (m, instruction, first, count) => {
  const { to, a, b, c } = instruction;
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  const l = c.start + first * c.lane;
  for (let n = 0; n < count; n++) {
    const x = m[i + n] as number;
    const y = m[j + n] as number;
    const z = m[l + n] as number;
    const r = (x / (y + z)) * 100;
    if (r - r !== 0) {
      percentOfSumRest(m, instruction, first, n, count);
      return;
    }
    m[t + n] = r;
  }
};

function percentOfSumRest(m: Float64Array, { to, a, b, c }: Instruction, first: number, begin: number, count: number): void {
  for (let n = begin; n < count; n++) {
    const x = m[a.start + first * a.lane + n] as number;
    const y = m[b.start + first * b.lane + n] as number;
    const z = m[c.start + first * c.lane + n] as number;
    const r = (x / (y + z)) * 100;
    m[to.start + first * to.lane + n] = r - r === 0 ? r : is.percent(x, joined(y, z));
  }
}

/** (a / b − 1) · 100; blank with a blank and by zero. */
export const growth: Kernel = (m, { to, a, b }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  const j = b.start + first * b.lane;
  for (let n = 0; n < count; n++) {
    const r = ((m[i + n] as number) / (m[j + n] as number) - 1) * 100;
    m[t + n] = r - r === 0 ? r : Number.NaN;
  }
};

/** A kernel of a rule for one figure. */
export const map1 =
  (rule: (a: number, scale: number) => number): Kernel =>
  (m, { to, a, scale }, first, count) => {
    const t = to.start + first * to.lane;
    const i = a.start + first * a.lane;
    for (let n = 0; n < count; n++) m[t + n] = rule(m[i + n] as number, scale);
  };

/** A kernel of a rule for two figures. */
export const map2 =
  (rule: (a: number, b: number) => number): Kernel =>
  (m, { to, a, b }, first, count) => {
    const t = to.start + first * to.lane;
    const i = a.start + first * a.lane;
    const j = b.start + first * b.lane;
    for (let n = 0; n < count; n++) m[t + n] = rule(m[i + n] as number, m[j + n] as number);
  };

/** A kernel of a rule for three figures. */
export const map3 =
  (rule: (a: number, b: number, c: number) => number): Kernel =>
  (m, { to, a, b, c }, first, count) => {
    const t = to.start + first * to.lane;
    const i = a.start + first * a.lane;
    const j = b.start + first * b.lane;
    const l = c.start + first * c.lane;
    for (let n = 0; n < count; n++) m[t + n] = rule(m[i + n] as number, m[j + n] as number, m[l + n] as number);
  };

/** Takes the rounding error of an addition away: the nearest figure of so many decimals. */
export const snap: Kernel = (m, { to, a, scale: k }, first, count) => {
  const t = to.start + first * to.lane;
  const i = a.start + first * a.lane;
  for (let n = 0; n < count; n++) m[t + n] = Math.round((m[i + n] as number) * k) / k + 0;
};

/** Sum of a list of cells, blanks skipped, blank when all are. With fixed decimals the integers of the last decimal are added. */
export const sumList: Kernel = (m, { to, runs, scale: k }, first, count) => {
  for (let lane = first; lane < first + count; lane++) {
    let total = 0;
    let cells = 0;
    for (const run of runs) {
      const start = run.start + lane * run.lane;
      total += k === 0 ? sumRun(m, start, run.step, run.count) : sumRunScaled(m, start, run.step, run.count, k);
      cells += run.count;
    }
    if (total - total !== 0 || cells === 0) total = sumPresent(m, runs, lane, k);
    // Whole numbers leave no fraction.
    if (k === 0 && total !== 0 && total < 1 && total > -1) total = is.remainder(total, largestOf(m, runs, lane));
    m[to.start + first * to.lane + lane - first] = k === 0 ? total : total / k;
  }
};

function largestOf(m: Float64Array, runs: readonly Run[], lane: number): number {
  let largest = 0;
  for (const run of runs) {
    let i = run.start + lane * run.lane;
    for (let n = 0; n < run.count; n++, i += run.step) {
      const size = Math.abs(m[i] as number);
      if (size > largest) largest = size;
    }
  }
  return largest;
}

/** Four sums side by side: additions need not wait for each other. */
function sumRun(m: Float64Array, start: number, step: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = start;
  let n = count;
  if (step === 1) {
    for (; n >= 4; n -= 4) {
      s0 += m[i] as number;
      s1 += m[i + 1] as number;
      s2 += m[i + 2] as number;
      s3 += m[i + 3] as number;
      i += 4;
    }
  }
  for (; n > 0; n--) {
    s0 += m[i] as number;
    i += step;
  }
  return s0 + s1 + (s2 + s3);
}

/** Sum in units of the last decimal, of which there are `k` in one. */
function sumRunScaled(m: Float64Array, start: number, step: number, count: number, k: number): number {
  let s0 = 0;
  let s1 = 0;
  let size0 = 0;
  let size1 = 0;
  let i = start;
  let n = count;
  for (; n >= 2; n -= 2) {
    const x = m[i] as number;
    const y = m[i + step] as number;
    s0 += x;
    s1 += y;
    size0 += Math.abs(x);
    size1 += Math.abs(y);
    i += 2 * step;
  }
  if (n > 0) {
    s0 += m[i] as number;
    size0 += Math.abs(m[i] as number);
  }
  // The error of the addition is at most 2⁻⁵³ · count · the sum of sizes: here an eighth of a unit, so rounding gives
  // the very sum of the integers.
  if ((size0 + size1) * k * count < 2 ** 50) return Math.round((s0 + s1) * k);
  return sumOfUnits(m, start, step, count, k);
}

function sumOfUnits(m: Float64Array, start: number, step: number, count: number, k: number): number {
  let total = 0;
  for (let n = 0, i = start; n < count; n++, i += step) total += Math.round((m[i] as number) * k);
  return total;
}

function sumPresent(m: Float64Array, runs: readonly Run[], lane: number, k: number): number {
  let total = 0;
  let present = 0;
  for (const run of runs) {
    let i = run.start + lane * run.lane;
    for (let n = 0; n < run.count; n++) {
      const x = m[i] as number;
      if (!Number.isNaN(x)) {
        total += k === 0 ? x : Math.round(x * k);
        present++;
      }
      i += run.step;
    }
  }
  return present === 0 || total - total !== 0 ? Number.NaN : total;
}

const reduceList =
  (rule: (a: number, b: number) => number, from: number): Kernel =>
  (m, { to, runs }, first, count) => {
    for (let lane = first; lane < first + count; lane++) {
      let result = from;
      for (const run of runs) {
        let i = run.start + lane * run.lane;
        for (let n = 0; n < run.count; n++) {
          result = rule(result, m[i] as number);
          i += run.step;
        }
      }
      m[to.start + first * to.lane + lane - first] = result;
    }
  };

/** The smaller of the present. */
export const lesser = (a: number, b: number): number => (is.isBlank(a) || b < a ? b : a);
/** The larger of the present. */
export const larger = (a: number, b: number): number => (is.isBlank(a) || b > a ? b : a);
/** One more for a figure that is present. */
export const counted = (n: number, x: number): number => (is.isBlank(x) ? n : n + 1);

export const minList = reduceList(lesser, Number.NaN);
export const maxList = reduceList(larger, Number.NaN);
export const countList = reduceList(counted, 0);

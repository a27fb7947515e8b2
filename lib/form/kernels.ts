import * as is from "@/lib/formula/semantics";
import type { Run } from "./segment";

/**
 * Where an operand or result stands in the memory: lane i at `start + i · lane`, read on by `step`. Cells have
 * `lane = step`; scratch vectors begin anew with every block (`lane` 0, `step` 1); constants have both 0.
 */
export interface Place {
  readonly start: number;
  readonly step: number;
  readonly lane: number;
}

/** All places are made here, so that engines see one kind of object. */
export const place = (start: number, step: number, lane: number): Place => ({ start, step, lane });

/** One operation over lanes. All instructions have one layout, whatever they use of it, so that engines read them fast. */
export interface Instruction {
  readonly kernel: Kernel;
  readonly to: Place;
  readonly a: Place;
  readonly b: Place;
  readonly c: Place;
  readonly d: Place;
  readonly runs: readonly Run[];
  /** Power of ten of fixed decimals (0: none), or the places of round. */
  readonly scale: number;
  /** Operands of an addition that are taken away: bit 1 for b, 2 for c, 3 for d. */
  readonly minus: number;
}

/** Computes `count` lanes from lane `first` on. */
export type Kernel = (memory: Float64Array, instruction: Instruction, first: number, count: number) => void;

// In all loops: `r - r` is 0 for a number and NaN for NaN and the infinities, so one test finds every lane that needs
// the full rules of blanks (`lib/formula/semantics`); the rest have been computed already. `+ 0` turns -0 into 0.

/** a ± b, blanks skipped. */
export const add2: Kernel = (m, { to, a, b, scale: k, minus }, first, count) => {
  const sy = minus & 2 ? -1 : 1;
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  for (let n = 0; n < count; n++) {
    const x = m[i] as number;
    const y = sy * (m[j] as number);
    let r = x + y;
    if (r - r !== 0) r = is.add(x, y) + 0;
    m[t] = k === 0 ? r : Math.round(r * k) / k + 0;
    t += ts;
    i += is_;
    j += js;
  }
};

/** a ± b ± c, blanks skipped. */
export const add3: Kernel = (m, { to, a, b, c, scale: k, minus }, first, count) => {
  const sy = minus & 2 ? -1 : 1;
  const sz = minus & 4 ? -1 : 1;
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  let l = c.start + first * c.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  const ls = c.step;
  for (let n = 0; n < count; n++) {
    const x = m[i] as number;
    const y = sy * (m[j] as number);
    const z = sz * (m[l] as number);
    let r = x + y + z;
    if (r - r !== 0) r = is.add(is.add(x, y), z) + 0;
    m[t] = k === 0 ? r : Math.round(r * k) / k + 0;
    t += ts;
    i += is_;
    j += js;
    l += ls;
  }
};

/** a ± b ± c ± d, blanks skipped. */
export const add4: Kernel = (m, { to, a, b, c, d, scale: k, minus }, first, count) => {
  const sy = minus & 2 ? -1 : 1;
  const sz = minus & 4 ? -1 : 1;
  const sw = minus & 8 ? -1 : 1;
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  let l = c.start + first * c.lane;
  let o = d.start + first * d.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  const ls = c.step;
  const os = d.step;
  for (let n = 0; n < count; n++) {
    const x = m[i] as number;
    const y = sy * (m[j] as number);
    const z = sz * (m[l] as number);
    const w = sw * (m[o] as number);
    let r = x + y + z + w;
    if (r - r !== 0) r = is.add(is.add(is.add(x, y), z), w) + 0;
    m[t] = k === 0 ? r : Math.round(r * k) / k + 0;
    t += ts;
    i += is_;
    j += js;
    l += ls;
    o += os;
  }
};

/** a · b; blank with a blank. */
export const multiply: Kernel = (m, { to, a, b }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  for (let n = 0; n < count; n++) {
    const r = (m[i] as number) * (m[j] as number);
    m[t] = r - r === 0 ? r : Number.NaN;
    t += ts;
    i += is_;
    j += js;
  }
};

/** a · b · c; blank with a blank. */
export const multiply3: Kernel = (m, { to, a, b, c }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  let l = c.start + first * c.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  const ls = c.step;
  for (let n = 0; n < count; n++) {
    const r = (m[i] as number) * (m[j] as number) * (m[l] as number);
    m[t] = r - r === 0 ? r : Number.NaN;
    t += ts;
    i += is_;
    j += js;
    l += ls;
  }
};

/** a / b; blank with a blank and by zero. */
export const divide: Kernel = (m, { to, a, b }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  for (let n = 0; n < count; n++) {
    const r = (m[i] as number) / (m[j] as number);
    m[t] = r - r === 0 ? r : Number.NaN;
    t += ts;
    i += is_;
    j += js;
  }
};

/** a / b · 100; blank with a blank and by zero. */
export const percent: Kernel = (m, { to, a, b }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  for (let n = 0; n < count; n++) {
    const r = ((m[i] as number) / (m[j] as number)) * 100;
    m[t] = r - r === 0 ? r : Number.NaN;
    t += ts;
    i += is_;
    j += js;
  }
};

/** a / (b + c) · 100; blanks as in the two operations one after the other. */
export const percentOfSum: Kernel = (m, { to, a, b, c }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  let l = c.start + first * c.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  const ls = c.step;
  for (let n = 0; n < count; n++) {
    const x = m[i] as number;
    const y = m[j] as number;
    const z = m[l] as number;
    const r = (x / (y + z)) * 100;
    m[t] = r - r === 0 ? r : is.percent(x, is.add(y, z));
    t += ts;
    i += is_;
    j += js;
    l += ls;
  }
};

/** (a / b − 1) · 100; blank with a blank and by zero. */
export const growth: Kernel = (m, { to, a, b }, first, count) => {
  let t = to.start + first * to.lane;
  let i = a.start + first * a.lane;
  let j = b.start + first * b.lane;
  const ts = to.step;
  const is_ = a.step;
  const js = b.step;
  for (let n = 0; n < count; n++) {
    const r = ((m[i] as number) / (m[j] as number) - 1) * 100;
    m[t] = r - r === 0 ? r : Number.NaN;
    t += ts;
    i += is_;
    j += js;
  }
};

/** A kernel of a rule for one figure. */
export const map1 =
  (rule: (a: number, scale: number) => number): Kernel =>
  (m, { to, a, scale }, first, count) => {
    let t = to.start + first * to.lane;
    let i = a.start + first * a.lane;
    for (let n = 0; n < count; n++) {
      m[t] = rule(m[i] as number, scale);
      t += to.step;
      i += a.step;
    }
  };

/** A kernel of a rule for two figures. */
export const map2 =
  (rule: (a: number, b: number) => number): Kernel =>
  (m, { to, a, b }, first, count) => {
    let t = to.start + first * to.lane;
    let i = a.start + first * a.lane;
    let j = b.start + first * b.lane;
    for (let n = 0; n < count; n++) {
      m[t] = rule(m[i] as number, m[j] as number);
      t += to.step;
      i += a.step;
      j += b.step;
    }
  };

/** A kernel of a rule for three figures. */
export const map3 =
  (rule: (a: number, b: number, c: number) => number): Kernel =>
  (m, { to, a, b, c }, first, count) => {
    let t = to.start + first * to.lane;
    let i = a.start + first * a.lane;
    let j = b.start + first * b.lane;
    let l = c.start + first * c.lane;
    for (let n = 0; n < count; n++) {
      m[t] = rule(m[i] as number, m[j] as number, m[l] as number);
      t += to.step;
      i += a.step;
      j += b.step;
      l += c.step;
    }
  };

/** Takes the rounding error of an addition away: the nearest figure of so many decimals. */
export const snap: Kernel = map1((x, k) => Math.round(x * k) / k + 0);

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
    m[to.start + first * to.lane + (lane - first) * to.step] = k === 0 ? total : total / k;
  }
};

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
      m[to.start + first * to.lane + (lane - first) * to.step] = result;
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

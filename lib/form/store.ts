import type { Program } from "./program";

/** Whether a value changed. Blank is NaN, which is never equal to itself. */
export const differ = (now: number, then: number): boolean => now !== then && !(Number.isNaN(now) && Number.isNaN(then));

/** From so many figures on, copying as memory is faster than one by one. */
const COPY = 16;

/** Puts the results of a block of lanes from `first` on, which stand from `results` on, into their cells. */
export function store({ target, stretches }: Program, memory: Float64Array, results: number, first: number, end: number): void {
  const { start, step } = target;
  for (let i = stretchAt(stretches, first); i < stretches.length; i += 2) {
    const low = Math.max(stretches[i] as number, first);
    const high = Math.min(stretches[i + 1] as number, end);
    if (low >= end) return;
    const from = results + low - first;
    if (step === 1 && high - low >= COPY) memory.copyWithin(start + low, from, from + high - low);
    else for (let k = 0, cell = start + low * step; k < high - low; k++, cell += step) memory[cell] = memory[from + k] as number;
  }
}

/**
 * The same, and writes the lanes that changed into `changed` as stretches (first, end) behind `known` numbers; gives how
 * many numbers are there now.
 */
export function storeChanges(
  { target, stretches }: Program,
  memory: Float64Array,
  results: number,
  first: number,
  end: number,
  changed: Int32Array,
  known: number,
): number {
  const { start, step } = target;
  let size = known;
  for (let i = stretchAt(stretches, first); i < stretches.length; i += 2) {
    const low = Math.max(stretches[i] as number, first);
    const high = Math.min(stretches[i + 1] as number, end);
    if (low >= end) return size;
    size = storeStretch(memory, start + low * step, step, results - first, low, high, changed, size);
  }
  return size;
}

/** Stores the results of lanes `begin` to `end`, that of lane 0 would be at `results`, from cell `cell` on. */
function storeStretch(
  memory: Float64Array,
  cell: number,
  step: number,
  results: number,
  begin: number,
  end: number,
  changed: Int32Array,
  known: number,
): number {
  let size = known;
  let to = cell;
  let since = -1;
  for (let i = begin; i < end; i++, to += step) {
    if (since >= 0 && step === 1) {
      const stored = storeWhileAllChange(memory, to, results + i, end - i);
      i += stored;
      to += stored;
      if (i === end) break;
    }
    const now = memory[results + i] as number;
    const then = memory[to] as number;
    // Also an equal one is stored: -0 equals 0.
    memory[to] = now;
    if (differ(now, then)) {
      if (since < 0) since = i;
    } else if (since >= 0) {
      changed[size] = since;
      changed[size + 1] = i;
      size += 2;
      since = -1;
    }
  }
  if (since < 0) return size;
  changed[size] = since;
  changed[size + 1] = end;
  return size + 2;
}

/**
 * Stores four results at a time while all of them change: the product of their differences is neither 0 nor NaN. (One
 * too small for a double, or a blank, leaves them to the comparison one by one.) Gives how many were stored.
 */
function storeWhileAllChange(memory: Float64Array, to: number, from: number, count: number): number {
  let n = 0;
  for (; n + 4 <= count; n += 4) {
    const at = to + n;
    const by = from + n;
    const a = memory[by] as number;
    const b = memory[by + 1] as number;
    const c = memory[by + 2] as number;
    const d = memory[by + 3] as number;
    const product =
      (a - (memory[at] as number)) *
      (b - (memory[at + 1] as number)) *
      ((c - (memory[at + 2] as number)) * (d - (memory[at + 3] as number)));
    if (product === 0 || Number.isNaN(product)) break;
    memory[at] = a;
    memory[at + 1] = b;
    memory[at + 2] = c;
    memory[at + 3] = d;
  }
  return n;
}

/** Where the first stretch stands that ends behind a lane. */
function stretchAt(stretches: Int32Array, lane: number): number {
  let low = 0;
  let high = stretches.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[2 * middle + 1] as number) <= lane) low = middle + 1;
    else high = middle;
  }
  return low << 1;
}

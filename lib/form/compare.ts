/** Whether a value changed. Blank is NaN, which is never equal to itself. */
export const differ = (now: number, then: number): boolean => now !== then && !(Number.isNaN(now) && Number.isNaN(then));

/**
 * Compares `count` figures, from `from` by `step`, with what they were, kept side by side from `before` on. Writes the
 * stretches that changed, as first and end counted from 0, into `changed` and gives how many numbers these are.
 */
export function changedStretches(
  memory: Float64Array,
  from: number,
  step: number,
  before: number,
  count: number,
  changed: Int32Array,
): number {
  let size = 0;
  let i = 0;
  while (i < count) {
    while (i < count && !differ(memory[from + i * step] as number, memory[before + i] as number)) i++;
    if (i === count) break;
    changed[size] = i;
    i = endOfChanges(memory, from, step, before, count, i + 1);
    changed[size + 1] = i;
    size += 2;
  }
  return size;
}

function endOfChanges(memory: Float64Array, from: number, step: number, before: number, count: number, begin: number): number {
  let i = begin;
  for (;;) {
    // Four at a time while all changed: the product of their differences is neither 0 nor NaN. One that is too small for
    // a double, or a blank, sends them to the comparison one by one.
    if (step === 1) {
      for (; i + 4 <= count; i += 4) {
        const at = from + i;
        const was = before + i;
        const d0 = (memory[at] as number) - (memory[was] as number);
        const d1 = (memory[at + 1] as number) - (memory[was + 1] as number);
        const d2 = (memory[at + 2] as number) - (memory[was + 2] as number);
        const d3 = (memory[at + 3] as number) - (memory[was + 3] as number);
        const product = d0 * d1 * (d2 * d3);
        if (product === 0 || Number.isNaN(product)) break;
      }
    }
    const end = Math.min(i + 4, count);
    for (; i < end; i++) if (!differ(memory[from + i * step] as number, memory[before + i] as number)) return i;
    if (i === count) return i;
  }
}

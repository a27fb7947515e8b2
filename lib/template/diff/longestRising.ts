/** Positions of a longest rising subsequence of different numbers: what need not move to bring all in order. */
export function longestRising(numbers: readonly number[]): readonly number[] {
  /** For each length, the position of the smallest number that a rising run of that length ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[position] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = position;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.unshift(at);
  return run;
}

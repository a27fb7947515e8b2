/**
 * The known name that a wrong one was most likely meant to be: the fewest edits (Damerau–Levenshtein, letters'
 * case counting little), at most a third of the name, at least one; undefined where none is that near.
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  let best: string | undefined;
  let least = limit + 0.5;
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) > limit) continue;
    const edits = distance(wrong.toLowerCase(), name.toLowerCase()) + (wrong.toLowerCase() === name.toLowerCase() ? 0.1 : 0);
    if (edits < least) {
      least = edits;
      best = name;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

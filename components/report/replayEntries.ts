import type { Entry } from "@/lib/form/content";

/**
 * Does a change of a list again, or back, on a list that may have changed since: what it added comes in where it stood,
 * what it removed goes out, and entries that it did not touch stay.
 */
export const replayEntries = (now: readonly Entry[], from: readonly Entry[], to: readonly Entry[]): readonly Entry[] => {
  const was = new Map(from.map((entry) => [entry.id, entry]));
  const becomes = new Map(to.map((entry) => [entry.id, entry]));
  const replayed = now.flatMap((entry) => {
    const next = becomes.get(entry.id);
    if (next === undefined) return was.has(entry.id) ? [] : [entry];
    return was.get(entry.id)?.label === next.label ? [entry] : [next];
  });
  for (const [i, entry] of to.entries()) {
    if (was.has(entry.id) || replayed.some(({ id }) => id === entry.id)) continue;
    const above = to[i - 1];
    replayed.splice(replayed.findIndex(({ id }) => id === above?.id) + 1, 0, entry);
  }
  return replayed;
};

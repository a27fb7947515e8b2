import type { UnitSuccession } from "./unit";

const follow = (start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const seen = new Set([start]);
  const ends = new Set<string>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const onward = next.get(id);
    if (onward === undefined) ends.add(id);
    for (const other of onward ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return [...ends];
};

const grouped = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const [from, to] of pairs) map.set(from, [...(map.get(from) ?? []), to]);
  return map;
};

/** The units that a unit had become by a day, through every merger and split up to it; the unit itself where it had none. */
export const successorsOf = (unitId: string, successions: readonly UnitSuccession[], asOf: string): readonly string[] =>
  follow(unitId, grouped(successions.filter((it) => it.on <= asOf).map((it) => [it.oldUnitId, it.newUnitId] as const)));

/** The units that existed on a day and later became this one; the unit itself where it did not arise after that day. */
export const predecessorsOf = (unitId: string, successions: readonly UnitSuccession[], asOf: string): readonly string[] =>
  follow(unitId, grouped(successions.filter((it) => it.on > asOf).map((it) => [it.newUnitId, it.oldUnitId] as const)));

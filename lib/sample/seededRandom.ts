import { createHash } from "node:crypto";

/** Numbers that look random and are the same in every sample city. */
export interface SeededRandom {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number, both ends inclusive. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** A stream of its own for each name (mulberry32), so that a change in one place of the sample moves nothing elsewhere. */
export function seededRandom(...name: readonly string[]): SeededRandom {
  let state = createHash("sha256").update(JSON.stringify(name)).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { next, whole, pick: (list) => list[whole(0, list.length - 1)] ?? list[0] };
}

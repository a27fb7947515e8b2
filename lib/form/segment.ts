import type { Slots } from "./slots";

/** Where one operand or target stands for lane 0, and how far on it is for each lane more. */
export interface Progression {
  readonly start: number;
  readonly step: number;
}

/** Part of a list: `count` cells from `start` by `step` for lane 0, all moved on by `lane` for each lane more. */
export interface Run {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly lane: number;
}

/**
 * A formula over a line of cells: lane i computes the cell `target.start + i · target.step`, and its operands move on
 * evenly too. A formula over a column is one segment, or a few where rows between have another formula; `joinStretches` joins those.
 */
export interface Segment {
  readonly slots: Slots;
  readonly target: Progression;
  readonly count: number;
  readonly points: readonly Progression[];
  readonly lists: readonly (readonly Run[])[];
  /** Decimals of each point over all lanes, the most; -1 where one is free. */
  readonly pointScales: readonly number[];
  /** Decimals of the figures of each list where all have the same fixed ones, else -1: how it is summed. */
  readonly listScales: readonly number[];
  /** Decimals that the results are fixed to, or -1. */
  readonly scale: number;
  /** Lanes that exist: first, end, first, end …; without it all do. Between them are cells with another formula. */
  readonly stretches?: readonly number[];
}

/** The lanes of a segment that exist, as stretches: first, end, first, end … */
export const stretchesOf = ({ stretches, count }: Segment): readonly number[] => stretches ?? [0, count];

/** The lanes from `first` on, so many that all exist, as a segment of their own. */
export function part(segment: Segment, first: number, count: number): Segment {
  const move = ({ start, step }: Progression): Progression => ({ start: start + first * step, step });
  const { stretches: _, ...whole } = segment;
  return {
    ...whole,
    count,
    target: move(segment.target),
    points: segment.points.map(move),
    lists: segment.lists.map((runs) => runs.map((run) => ({ ...run, start: run.start + first * run.lane }))),
  };
}

import { wider } from "./scale";
import { type Progression, type Segment, stretchesOf } from "./segment";
import type { Slots } from "./slots";

interface Joined {
  readonly first: Segment;
  readonly stretches: number[];
  pointScales: readonly number[];
  count: number;
}

/**
 * Joins segments of a formula that go on evenly behind rows of another one (a column with a subtotal every few rows):
 * one program, and one region that changes are followed through, instead of hundreds. Programs compute the lanes between
 * as well and leave them aside, so there are never more than those that follow.
 */
export function joinStretches(segments: readonly Segment[]): readonly Segment[] {
  const joined: Joined[] = [];
  const open = new Map<Slots, Joined>();
  for (const segment of segments) {
    const before = open.get(segment.slots);
    const lane = before === undefined ? -1 : laneOf(before, segment);
    if (before !== undefined && lane >= 0) {
      before.stretches.push(lane, lane + segment.count);
      before.count = lane + segment.count;
      before.pointScales = before.pointScales.map((scale, i) => wider(scale, segment.pointScales[i] ?? scale));
      continue;
    }
    const next = { first: segment, stretches: [...stretchesOf(segment)], pointScales: segment.pointScales, count: segment.count };
    joined.push(next);
    // The step of a single cell is not known.
    if (segment.count > 1) open.set(segment.slots, next);
  }
  return joined.map(({ first, stretches, pointScales, count }) =>
    stretches.length === 2 ? first : { ...first, pointScales, count, stretches },
  );
}

/** The lane of a line of cells at which a segment goes on with it, or -1. */
function laneOf({ first, count }: Joined, segment: Segment): number {
  const { step } = first.target;
  const lane = (segment.target.start - first.target.start) / step;
  if (!Number.isInteger(lane) || lane < count || lane - count > segment.count) return -1;
  if (segment.scale !== first.scale || segment.listScales.some((scale, i) => scale !== first.listScales[i])) return -1;
  const single = segment.count === 1;
  const follows = (from: Progression, to: Progression | undefined): boolean =>
    to !== undefined && to.start === from.start + lane * from.step && (single || to.step === from.step);
  if (!single && segment.target.step !== step) return -1;
  if (!first.points.every((from, i) => follows(from, segment.points[i]))) return -1;
  const same = first.lists.every((runs, i) => {
    const others = segment.lists[i];
    if (others?.length !== runs.length) return false;
    return runs.every((from, j) => {
      const to = others[j];
      if (to === undefined || to.count !== from.count || to.step !== from.step) return false;
      return to.start === from.start + lane * from.lane && (single || to.lane === from.lane);
    });
  });
  return same ? lane : -1;
}

import { joinSingles } from "./plan";
import type { Run, Segment } from "./segment";
import type { Shape, Slots } from "./slots";

/** Sums of more cells than this are made of partial sums of as many, so that an edit adds up only one block again. */
const BLOCK = 256;
/** Runs shorter than this are added as they are. */
const SHORT = 16;

const sumOfSlot: Slots = { points: [], lists: [[]], shape: { kind: "list", fn: "sum", slot: 0, args: [] } };

/** A cell that holds the sum of a run. */
interface Known {
  readonly step: number;
  readonly count: number;
  readonly scale: number;
  readonly cell: number;
}

/**
 * Gives large sums their partial sums: hidden cells from `firstFree` on, each the sum of a block. Where a subtotal
 * already sums exactly such a block, it serves; and what else sums such a block reads the partial sum. The order of summation is thereby fixed, and the same for a full and
 * a partial recalculation.
 */
export function addPartialSums(
  segments: readonly Segment[],
  firstFree: number,
): { readonly segments: readonly Segment[]; readonly size: number } {
  const known = new Map<number, Known>();
  const hidden = new Map<number, Known>();
  for (const segment of segments) remember(segment, known);
  const added: Segment[] = [];
  let free = firstFree;
  const add = (run: Run, start: number, lanes: number, scale: number): void => {
    const segment: Segment = {
      slots: sumOfSlot,
      target: { start, step: 1 },
      count: lanes,
      points: [],
      pointScales: [],
      lists: [[run]],
      listScales: [scale],
      scale,
    };
    added.push(segment);
    remember(segment, known);
    remember(segment, hidden);
  };
  /** Hidden cells for blocks evenly apart, lanes going the longer way: block by block for each lane, or the other way round. */
  const sumsOf = (evenly: readonly Run[], scale: number, lanes: number): readonly Run[] => {
    const [run, second] = evenly;
    if (run === undefined) return [];
    const own = run.lane === 0 ? 1 : lanes;
    const start = free;
    const size = evenly.length;
    free += own * size;
    const lane = run.lane === 0 ? 0 : 1;
    if (size === 1 || own > size) {
      for (const [i, block] of evenly.entries()) add(block, start + i * own, own, scale);
      return evenly.map((_, i) => ({ start: start + i * own, step: 1, count: 1, lane }));
    }
    const apart = (second?.start ?? 0) - run.start;
    for (let i = 0; i < own; i++) add({ ...run, start: run.start + i * run.lane, lane: apart }, start + i * size, size, scale);
    return [{ start, step: 1, count: size, lane: lane * size }];
  };
  const partsOf = (runs: readonly Run[], scale: number, lanes: number): readonly Run[] => {
    const parts: Run[] = [];
    let evenly: Run[] = [];
    const flush = (): void => {
      parts.push(...sumsOf(evenly, scale, lanes));
      evenly = [];
    };
    for (const run of runs) {
      for (const block of run.count < SHORT ? [run] : blocks(run)) {
        const shared = run.count < SHORT ? run : sharedCells(block, scale, lanes, known);
        if (shared !== undefined || !continues(evenly, block)) flush();
        if (shared === undefined) evenly.push(block);
        else parts.push(shared);
      }
    }
    flush();
    return joinSingles(parts);
  };
  const rewritten = segments.map((segment) => {
    const summed = summedSlots(segment.slots.shape);
    if (!segment.lists.some((runs, slot) => summed.has(slot) && sizeOf(runs) > BLOCK)) return segment;
    const lists = segment.lists.map((runs, slot) => {
      if (!summed.has(slot) || sizeOf(runs) <= BLOCK) return runs;
      const scale = segment.listScales[slot] ?? -1;
      return partsOf(runs, scale, segment.count);
    });
    return { ...segment, lists };
  });
  const shared = rewritten.map((segment) => shareBlocks(segment, hidden));
  return { segments: [...shared, ...added], size: free };
}

/** Lets a segment read the hidden sum of a block instead of adding it up again. Hidden cells read no other sum, so no circle can arise. */
function shareBlocks(segment: Segment, hidden: ReadonlyMap<number, Known>): Segment {
  const summed = summedSlots(segment.slots.shape);
  let changed = false;
  const lists = segment.lists.map((runs, slot) => {
    const [run] = runs;
    if (!summed.has(slot) || runs.length !== 1 || run === undefined || run.count < SHORT) return runs;
    const cells = sharedCells(run, segment.listScales[slot] ?? -1, segment.count, hidden);
    if (cells === undefined) return runs;
    changed = true;
    return [cells];
  });
  return changed ? { ...segment, lists } : segment;
}

/** Whether a block is as far from the last as those from each other, and otherwise alike. */
function continues(evenly: readonly Run[], block: Run): boolean {
  const [first, second] = evenly;
  const last = evenly.at(-1);
  if (first === undefined || last === undefined) return true;
  if (block.count !== first.count || block.step !== first.step || block.lane !== first.lane) return false;
  return second === undefined || block.start - last.start === second.start - first.start;
}

const sizeOf = (runs: readonly Run[]): number => runs.reduce((size, run) => size + run.count, 0);

function blocks(run: Run): readonly Run[] {
  const found: Run[] = [];
  for (let first = 0; first < run.count; first += BLOCK) {
    found.push({ ...run, start: run.start + first * run.step, count: Math.min(BLOCK, run.count - first) });
  }
  return found;
}

/** Slots that a formula sums and reads in no other way. */
function summedSlots(shape: Shape): ReadonlySet<number> {
  const found = new Set<number>();
  const walk = (part: Shape): void => {
    if (part.kind === "list" && part.fn === "sum" && part.slot !== undefined) found.add(part.slot);
    if (part.kind === "list" || part.kind === "apply") for (const arg of part.args) walk(arg);
  };
  walk(shape);
  return found;
}

/** Notes the cells of a segment that are the sum of one run and nothing else. */
function remember(segment: Segment, known: Map<number, Known>): void {
  const { shape } = segment.slots;
  const [list] = segment.lists;
  const [run] = list ?? [];
  if (shape.kind !== "list" || shape.fn !== "sum" || shape.args.length > 0 || list?.length !== 1 || run === undefined || run.count > BLOCK)
    return;
  const scale = segment.listScales[0] ?? -1;
  for (let lane = 0; lane < segment.count; lane++) {
    const cell = segment.target.start + lane * segment.target.step;
    known.set(run.start + lane * run.lane, { step: run.step, count: run.count, scale, cell });
  }
}

/** The cells that already hold the sums of a run for all lanes, where they move on evenly. */
function sharedCells(run: Run, scale: number, lanes: number, known: ReadonlyMap<number, Known>): Run | undefined {
  let first = 0;
  let lane = 0;
  for (let i = 0; i < (run.lane === 0 ? 1 : lanes); i++) {
    const found = known.get(run.start + i * run.lane);
    if (found === undefined || found.step !== run.step || found.count !== run.count || found.scale !== scale) return undefined;
    if (i === 0) first = found.cell;
    else if (i === 1) lane = found.cell - first;
    else if (found.cell !== first + i * lane) return undefined;
  }
  return { start: first, step: 1, count: 1, lane };
}

import type { CellIndex } from "./content";
import { orderSegments } from "./order";
import { addPartialSums } from "./partial";
import type { Plan } from "./plan";
import { type Program, programOf, run, Workspace } from "./program";
import { ReadIndex } from "./reads";
import type { Segment } from "./segment";
import type { Shape } from "./slots";

/** From so many changed lanes on, readers are sought for the whole stretch at once. */
const MANY = 8;

/**
 * Computes the formulas of an opened form: all, or those that read what changed. The memory holds the cells, the
 * values of other periods, a blank, partial sums, constants and scratch vectors, in this order; one place and a step
 * name any operand.
 */
export class Engine {
  readonly memory: Float64Array;
  readonly segments: readonly Segment[];
  private readonly programs: readonly Program[];
  private readonly reads: ReadIndex;
  private readonly firstDirty: Int32Array;
  private readonly lastDirty: Int32Array;
  /** A bit for each segment with dirty lanes, in the order of computing. */
  private readonly dirty: Int32Array;
  private before: Float64Array;

  constructor(
    plan: Plan,
    private readonly cellCount: number,
  ) {
    const summed = addPartialSums(plan.segments, plan.blankAt + 1);
    const ordered = orderSegments(summed.segments, summed.size);
    if (!ordered.ok) throw new Error("A compiled form has no cycles");
    this.segments = ordered.segments;
    const workspace = new Workspace(summed.size, constantsIn(this.segments));
    this.programs = this.segments.map((segment) => programOf(segment, workspace));
    this.memory = new Float64Array(workspace.size).fill(Number.NaN);
    for (const { at, value } of workspace.constants) this.memory[at] = value;
    // Partial sums stand behind the other periods, and change too.
    this.reads = new ReadIndex(this.segments, summed.size);
    this.firstDirty = new Int32Array(this.segments.length).fill(2 ** 31 - 1);
    this.lastDirty = new Int32Array(this.segments.length).fill(-1);
    this.dirty = new Int32Array((this.segments.length + 31) >> 5);
    this.before = new Float64Array(64);
  }

  /** Computes every formula. */
  computeAll(): void {
    for (const program of this.programs) run(program, this.memory, 0, program.count);
  }

  /** Computes what reads these cells, directly or not, and gives the cells whose values changed, in order of computing. */
  computeFrom(cells: readonly number[]): CellIndex[] {
    for (const cell of cells) this.reads.ofCell(cell, this.mark);
    const changed: CellIndex[] = [];
    for (let word = 0; word < this.dirty.length; word++) {
      // What a segment marks stands behind it in the order.
      for (let bits = this.dirty[word] as number; bits !== 0; bits = this.dirty[word] as number) {
        const bit = 31 - Math.clz32(bits & -bits);
        this.dirty[word] = bits & ~(1 << bit);
        this.recompute((word << 5) + bit, changed);
      }
    }
    return changed;
  }

  private readonly mark = (segment: number, first: number, last: number): void => {
    if (first < (this.firstDirty[segment] as number)) this.firstDirty[segment] = first;
    if (last > (this.lastDirty[segment] as number)) this.lastDirty[segment] = last;
    this.dirty[segment >> 5] = (this.dirty[segment >> 5] as number) | (1 << (segment & 31));
  };

  private recompute(segment: number, changed: CellIndex[]): void {
    const program = this.programs[segment];
    if (program === undefined) return;
    const first = this.firstDirty[segment] as number;
    const end = (this.lastDirty[segment] as number) + 1;
    this.firstDirty[segment] = 2 ** 31 - 1;
    this.lastDirty[segment] = -1;
    const { memory } = this;
    const { start, step } = program.target;
    const count = end - first;
    if (this.before.length < count) this.before = new Float64Array(count * 2);
    const { before } = this;
    const from = start + first * step;
    for (let i = 0, at = from; i < count; i++, at += step) before[i] = memory[at] as number;
    run(program, memory, first, end);
    const known = changed.length;
    let low = -1;
    let high = -1;
    for (let i = 0, at = from; i < count; i++, at += step) {
      const now = memory[at] as number;
      const then = before[i] as number;
      // Blank is NaN, which is never equal to itself.
      if (now === then || (Number.isNaN(now) && Number.isNaN(then))) continue;
      if (low < 0) low = i;
      high = i;
      if (at < this.cellCount) changed.push(at as CellIndex);
    }
    if (low < 0) return;
    this.markReaders(from, step, low, high, changed, known);
  }

  private markReaders(from: number, step: number, low: number, high: number, changed: readonly CellIndex[], known: number): void {
    const hidden = from >= this.cellCount;
    if (step === 1 && (hidden || high - low >= MANY)) this.reads.ofCells(from + low, from + high, this.mark);
    else if (hidden) for (let i = low; i <= high; i++) this.reads.ofCell(from + i * step, this.mark);
    else for (let i = known; i < changed.length; i++) this.reads.ofCell(changed[i] as number, this.mark);
  }
}

function constantsIn(segments: readonly Segment[]): number {
  const shapes = new Set<Shape>(segments.map(({ slots }) => slots.shape));
  // Blank and zero, where lists begin.
  let count = 2;
  const walk = (shape: Shape): void => {
    if (shape.kind === "number") count++;
    else if (shape.kind !== "point") shape.args.forEach(walk);
  };
  shapes.forEach(walk);
  return count;
}

import { CellStretches } from "./cellStretches";
import type { CellIndex } from "./content";
import { DirtyLanes } from "./dirtyLanes";
import { orderSegments } from "./order";
import { addPartialSums } from "./partial";
import type { Plan } from "./plan";
import { BLOCK, type Program, programOf, run, Workspace } from "./program";
import { Readers } from "./readers";
import { ReadIndex } from "./reads";
import type { Segment } from "./segment";
import type { Shape } from "./slots";
import { differ, store, storeChanges } from "./store";
import { joinStretches } from "./stretches";

/** From so many changed lanes on, readers are sought for the whole stretch at once. */
const MANY = 8;

/**
 * Computes the formulas of an opened form: all, or those that read what changed. The memory holds the cells, the
 * values of other periods, a blank, partial sums, constants and scratch vectors, in this order; one place names
 * name any operand.
 */
export class Engine {
  readonly memory: Float64Array;
  readonly segments: readonly Segment[];
  private readonly programs: readonly Program[];
  private readonly reads: ReadIndex;
  private readonly readers: Readers;
  private readonly dirty: DirtyLanes;
  /** Where the results of a block stand before they are stored. */
  private readonly results: number;
  /** Stretches of lanes of a segment that changed: first, end, first, end … */
  private readonly stretches: Int32Array;
  /** Cells that changed in this computation. */
  private changes = new CellStretches();

  constructor(
    plan: Plan,
    private readonly cellCount: number,
  ) {
    const summed = addPartialSums(plan.segments, plan.blankAt + 1);
    const ordered = orderSegments(joinStretches(summed.segments), summed.size);
    if (!ordered.ok) throw new Error("A compiled form has no cycles");
    this.segments = ordered.segments;
    const workspace = new Workspace(summed.size, constantsIn(this.segments));
    this.programs = this.segments.map((segment) => programOf(segment, workspace));
    this.results = workspace.results.start;
    this.memory = new Float64Array(workspace.size).fill(Number.NaN);
    for (const { at, value } of workspace.constants) this.memory[at] = value;
    // Partial sums stand behind the other periods, and change too.
    this.reads = new ReadIndex(this.segments, summed.size);
    this.dirty = new DirtyLanes(this.segments.length);
    // At worst every other lane changes; a block ends a stretch.
    this.stretches = new Int32Array(this.segments.reduce((most, { count }) => Math.max(most, count + 2 + 2 * Math.ceil(count / BLOCK)), 0));
    this.readers = new Readers(this.segments, this.reads);
  }

  /** Computes every formula. */
  computeAll(): void {
    const { memory, results } = this;
    for (const program of this.programs) {
      for (let first = 0; first < program.count; first += BLOCK) {
        const end = Math.min(program.count, first + BLOCK);
        run(program, memory, first, end - first);
        store(program, memory, results, first, end);
      }
    }
  }

  /**
   * Computes what reads these cells, directly or not. Gives the cells themselves, `others` that changed beside them, and
   * those whose values changed, in order of computing.
   */
  computeFrom(cells: readonly CellIndex[], others: readonly CellIndex[]): CellStretches {
    const changes = new CellStretches();
    this.changes = changes;
    const { dirty, reads } = this;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as CellIndex;
      changes.add(cell, 1);
      reads.ofCell(cell, dirty.mark);
    }
    for (let i = 0; i < others.length; i++) changes.add(others[i] as CellIndex, 1);
    // What a segment marks stands behind it in the order.
    for (let segment = dirty.takeFrom(0); segment >= 0; segment = dirty.takeFrom(segment >> 5)) this.recompute(segment);
    return changes;
  }

  private recompute(segment: number): void {
    const program = this.programs[segment] as Program;
    const { dirty } = this;
    const { taken } = dirty;
    const size = dirty.takeLanes(segment);
    for (let i = 0; i < size; i += 2) {
      const first = taken[i] as number;
      const end = (taken[i + 1] as number) + 1;
      if (end - first === 1) this.recomputeLane(program, first);
      else this.recomputeLanes(segment, program, first, end);
    }
  }

  private recomputeLane(program: Program, lane: number): void {
    const { memory } = this;
    const { start, step } = program.target;
    const cell = start + lane * step;
    run(program, memory, lane, 1);
    const then = memory[cell] as number;
    const now = memory[this.results] as number;
    memory[cell] = now;
    if (!differ(now, then)) return;
    if (cell < this.cellCount) this.changes.add(cell, 1);
    this.reads.ofCell(cell, this.dirty.mark);
  }

  private recomputeLanes(segment: number, program: Program, first: number, end: number): void {
    const { memory, stretches } = this;
    const { start, step } = program.target;
    let size = 0;
    for (let lane = first; lane < end; lane += BLOCK) {
      const last = Math.min(end, lane + BLOCK);
      run(program, memory, lane, last - lane);
      size = storeChanges(program, memory, this.results, lane, last, stretches, size);
    }
    let changed = 0;
    for (let i = 0; i < size; i += 2) changed += (stretches[i + 1] as number) - (stretches[i] as number);
    // Where most cells changed, all readers of the segment are marked at once, not cell by cell.
    const atOnce = changed > MANY && changed * 2 > program.count && this.readers.areDense(segment);
    if (atOnce) this.readers.mark(segment, this.dirty.mark);
    for (let i = 0; i < size; i += 2) {
      const low = stretches[i] as number;
      const count = (stretches[i + 1] as number) - low;
      const cell = start + low * step;
      if (cell < this.cellCount) this.noteChanges(cell, step, count);
      if (!atOnce) this.markReaders(cell, step, count);
    }
  }

  private noteChanges(first: number, step: number, count: number): void {
    if (step === 1) this.changes.add(first, count);
    else for (let i = 0, cell = first; i < count; i++, cell += step) this.changes.add(cell, 1);
  }

  private markReaders(first: number, step: number, count: number): void {
    const { reads, dirty } = this;
    if (step === 1 && count >= MANY) reads.ofCells(first, first + count - 1, dirty.mark);
    else for (let i = 0, cell = first; i < count; i++, cell += step) reads.ofCell(cell, dirty.mark);
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

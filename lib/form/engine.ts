import type { CellIndex } from "./content";
import { orderSegments } from "./order";
import { addPartialSums } from "./partial";
import type { Plan } from "./plan";
import { type Program, programOf, run, Workspace } from "./program";
import { ReadIndex } from "./reads";
import type { Segment } from "./segment";
import type { Shape } from "./slots";

/** Stretches of dirty lanes that a segment keeps apart; more are joined with the nearest. */
const STRETCHES = 4;
/** Stretches nearer than this are joined. */
const GAP = 2;
const NOTHING = -1;

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
  /** Stretches of dirty lanes by segment, so many places for each: first and last lane, the first free one with NOTHING. */
  private readonly firstDirty: Int32Array;
  private readonly lastDirty: Int32Array;
  /** A bit for each segment with dirty lanes, in the order of computing. */
  private readonly dirty: Int32Array;
  private before: Float64Array;
  /** Cells that changed in this computation: each is computed once, so that there is room for all. */
  private readonly changed: Int32Array;
  private changes = 0;
  /** Stretches of computed cells: first, end, first, end … */
  private readonly computed: Int32Array;

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
    this.firstDirty = new Int32Array(this.segments.length * STRETCHES).fill(NOTHING);
    this.lastDirty = new Int32Array(this.segments.length * STRETCHES).fill(NOTHING);
    this.dirty = new Int32Array((this.segments.length + 31) >> 5);
    this.before = new Float64Array(64);
    this.changed = new Int32Array(cellCount);
    this.computed = computedStretches(this.segments, cellCount);
  }

  /** Computes every formula. */
  computeAll(): void {
    for (const program of this.programs) run(program, this.memory, 0, program.count);
  }

  /**
   * Computes what reads these cells, directly or not. Gives the cells themselves, `others` that changed beside them, and
   * those whose values changed, in order of computing.
   */
  computeFrom(cells: readonly CellIndex[], others: readonly CellIndex[]): readonly CellIndex[] {
    for (const cell of cells) this.reads.ofCell(cell, this.mark);
    this.changes = 0;
    if (this.mostlyDirty()) return this.computeWhole([...cells, ...others]);
    for (let word = 0; word < this.dirty.length; word++) {
      // What a segment marks stands behind it in the order.
      for (let bits = this.dirty[word] as number; bits !== 0; bits = this.dirty[word] as number) {
        const bit = 31 - Math.clz32(bits & -bits);
        this.dirty[word] = bits & ~(1 << bit);
        this.recompute((word << 5) + bit);
      }
    }
    return this.takeChanges([...cells, ...others]);
  }

  /** Whether so many segments are dirty at once that following changes one by one costs more than computing all. */
  private mostlyDirty(): boolean {
    let count = 0;
    for (let word = 0; word < this.dirty.length; word++) {
      for (let bits = this.dirty[word] as number; bits !== 0; bits &= bits - 1) count++;
    }
    return count > MANY && count * 2 > this.segments.length;
  }

  private computeWhole(edited: readonly CellIndex[]): readonly CellIndex[] {
    const { memory, changed, cellCount } = this;
    this.dirty.fill(0);
    this.firstDirty.fill(NOTHING);
    this.lastDirty.fill(NOTHING);
    if (this.before.length < cellCount) this.before = new Float64Array(cellCount);
    const { before, computed } = this;
    for (let i = 0; i < computed.length; i += 2) {
      const end = computed[i + 1] as number;
      for (let cell = computed[i] as number; cell < end; cell++) before[cell] = memory[cell] as number;
    }
    this.computeAll();
    let next = 0;
    for (let i = 0; i < computed.length; i += 2) {
      const end = computed[i + 1] as number;
      for (let cell = computed[i] as number; cell < end; cell++) {
        const now = memory[cell] as number;
        const then = before[cell] as number;
        if (now === then || (Number.isNaN(now) && Number.isNaN(then))) continue;
        changed[next] = cell;
        next++;
      }
    }
    this.changes = next;
    return this.takeChanges(edited);
  }

  private readonly mark = (segment: number, first: number, last: number): void => {
    const { firstDirty, lastDirty } = this;
    this.dirty[segment >> 5] = (this.dirty[segment >> 5] as number) | (1 << (segment & 31));
    const begin = segment * STRETCHES;
    let nearest = begin;
    let least = 2 ** 31;
    for (let i = begin; i < begin + STRETCHES; i++) {
      const from = firstDirty[i] as number;
      if (from === NOTHING) {
        if (least > GAP) nearest = i;
        break;
      }
      const distance = Math.max(first - (lastDirty[i] as number), from - last);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    const known = firstDirty[nearest] as number;
    firstDirty[nearest] = known === NOTHING ? first : Math.min(known, first);
    lastDirty[nearest] = Math.max(lastDirty[nearest] as number, last);
  };

  private recompute(segment: number): void {
    const program = this.programs[segment];
    const { firstDirty, lastDirty } = this;
    const begin = segment * STRETCHES;
    for (let i = begin; i < begin + STRETCHES && firstDirty[i] !== NOTHING; i++) {
      const first = firstDirty[i] as number;
      const last = lastDirty[i] as number;
      firstDirty[i] = NOTHING;
      lastDirty[i] = NOTHING;
      if (program !== undefined) this.recomputeLanes(program, first, last + 1);
    }
  }

  private recomputeLanes(program: Program, first: number, end: number): void {
    const { memory } = this;
    const { start, step } = program.target;
    const count = end - first;
    if (this.before.length < count) this.before = new Float64Array(count * 2);
    const { before } = this;
    const from = start + first * step;
    for (let i = 0, at = from; i < count; i++, at += step) before[i] = memory[at] as number;
    run(program, memory, first, end);
    const { changed } = this;
    const known = this.changes;
    let next = known;
    const hidden = from >= this.cellCount;
    let low = -1;
    let high = -1;
    for (let i = 0, at = from; i < count; i++, at += step) {
      const now = memory[at] as number;
      const then = before[i] as number;
      // Blank is NaN, which is never equal to itself.
      if (now === then || (Number.isNaN(now) && Number.isNaN(then))) continue;
      if (low < 0) low = i;
      high = i;
      if (!hidden) changed[next++] = at;
    }
    this.changes = next;
    if (low < 0) return;
    if (step === 1 && (hidden || high - low >= MANY)) this.reads.ofCells(from + low, from + high, this.mark);
    else if (hidden) for (let i = low; i <= high; i++) this.reads.ofCell(from + i * step, this.mark);
    else for (let i = known; i < next; i++) this.reads.ofCell(changed[i] as number, this.mark);
  }

  private takeChanges(edited: readonly CellIndex[]): readonly CellIndex[] {
    const { changes, changed } = this;
    const { length } = edited;
    // An edit of a parameter changes most cells of a form: one array of the right size, and no growing.
    const cells = new Array<CellIndex>(length + changes);
    for (let i = 0; i < length; i++) cells[i] = edited[i] as CellIndex;
    for (let i = 0; i < changes; i++) cells[length + i] = changed[i] as CellIndex;
    return cells;
  }
}

function computedStretches(segments: readonly Segment[], cellCount: number): Int32Array {
  const is = new Uint8Array(cellCount + 1);
  for (const { target, count } of segments) {
    for (let lane = 0, cell = target.start; lane < count && cell < cellCount; lane++, cell += target.step) is[cell] = 1;
  }
  const borders: number[] = [];
  for (let cell = 0; cell <= cellCount; cell++) if ((is[cell] as number) !== (is[cell - 1] ?? 0)) borders.push(cell);
  return Int32Array.from(borders);
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

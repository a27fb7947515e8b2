import { type Segment, stretchesOf } from "./segment";

/** Cells of a page: readers are listed by page, so that those of a cell are found among a few. */
const PAGE_BITS = 6;

/** How an entry is read: lane by lane from its first lane on, by every lane of the segment, or by its first lane alone. */
const [MOVING, EVERY, ONE] = [0, 1, 2] as const;

/** Told of each segment with the lanes, `first` to `last` included, that read a changed cell. */
export type Visit = (segment: number, first: number, last: number) => void;

/** Who reads a cell: entries (an even line of cells, a segment, its lanes) listed by the pages of memory that they touch. */
export class ReadIndex {
  private readonly start: Int32Array;
  private readonly step: Int32Array;
  private readonly count: Int32Array;
  private readonly segment: Int32Array;
  private readonly mode: Uint8Array;
  private readonly lane: Int32Array;
  private readonly lastLane: Int32Array;
  private readonly pageStart: Int32Array;
  private readonly pageEntries: Int32Array;
  private readonly stamp: Int32Array;
  private stamps = 0;

  /** `size`: how many cells of the memory may change. */
  constructor(segments: readonly Segment[], size: number) {
    const entries = new Entries();
    for (const [i, segment] of segments.entries()) addReads(entries, i, segment, size);
    this.start = Int32Array.from(entries.start);
    this.step = Int32Array.from(entries.step);
    this.count = Int32Array.from(entries.count);
    this.segment = Int32Array.from(entries.segment);
    this.mode = Uint8Array.from(entries.mode);
    this.lane = Int32Array.from(entries.lane);
    this.lastLane = Int32Array.from(segments, ({ count }) => count - 1);
    this.stamp = new Int32Array(entries.start.length);
    const pages = (size >> PAGE_BITS) + 1;
    this.pageStart = new Int32Array(pages + 1);
    for (let e = 0; e < this.start.length; e++) this.eachPage(e, (page) => this.bump(page + 1));
    for (let page = 0; page < pages; page++) this.pageStart[page + 1] = (this.pageStart[page + 1] ?? 0) + (this.pageStart[page] ?? 0);
    this.pageEntries = new Int32Array(this.pageStart[pages] ?? 0);
    const next = this.pageStart.slice();
    for (let e = 0; e < this.start.length; e++) {
      this.eachPage(e, (page) => {
        const at = next[page] ?? 0;
        this.pageEntries[at] = e;
        next[page] = at + 1;
      });
    }
  }

  private bump(page: number): void {
    this.pageStart[page] = (this.pageStart[page] ?? 0) + 1;
  }

  private eachPage(entry: number, visit: (page: number) => void): void {
    const start = this.start[entry] ?? 0;
    const step = this.step[entry] ?? 0;
    const count = this.count[entry] ?? 0;
    let last = -1;
    for (let i = 0, at = start; i < count; i++, at += step) {
      const page = at >> PAGE_BITS;
      if (page === last) continue;
      visit(page);
      last = page;
    }
  }

  /** Visits the readers of one cell. */
  ofCell(cell: number, visit: Visit): void {
    const page = cell >> PAGE_BITS;
    const end = this.pageStart[page + 1] as number;
    for (let p = this.pageStart[page] as number; p < end; p++) {
      const e = this.pageEntries[p] as number;
      const step = this.step[e] as number;
      const distance = cell - (this.start[e] as number);
      let k = 0;
      if (step === 1) k = distance;
      else if (distance !== 0) {
        if (step === 0 || distance % step !== 0) continue;
        k = distance / step;
      }
      if (k < 0 || k >= (this.count[e] as number)) continue;
      const segment = this.segment[e] as number;
      const mode = this.mode[e] as number;
      if (mode === EVERY) {
        visit(segment, 0, this.lastLane[segment] as number);
        continue;
      }
      const lane = (this.lane[e] as number) + (mode === MOVING ? k : 0);
      visit(segment, lane, lane);
    }
  }

  /** Visits the readers of any cell from `low` to `high`, both included; each once, perhaps with some lanes more. */
  ofCells(low: number, high: number, visit: Visit): void {
    this.stamps++;
    const lastPage = high >> PAGE_BITS;
    for (let page = low >> PAGE_BITS; page <= lastPage; page++) {
      const end = this.pageStart[page + 1] as number;
      for (let p = this.pageStart[page] as number; p < end; p++) {
        const e = this.pageEntries[p] as number;
        if (this.stamp[e] === this.stamps) continue;
        this.stamp[e] = this.stamps;
        this.visitOverlap(e, low, high, visit);
      }
    }
  }

  private visitOverlap(e: number, low: number, high: number, visit: Visit): void {
    const start = this.start[e] as number;
    const step = this.step[e] as number;
    const last = (this.count[e] as number) - 1;
    let first = 0;
    let end = last;
    if (step > 0) {
      first = Math.max(0, Math.ceil((low - start) / step));
      end = Math.min(last, Math.floor((high - start) / step));
    } else if (step < 0) {
      first = Math.max(0, Math.ceil((high - start) / step));
      end = Math.min(last, Math.floor((low - start) / step));
    } else if (start < low || start > high) return;
    if (first > end) return;
    const segment = this.segment[e] as number;
    const lane = this.lane[e] as number;
    const mode = this.mode[e] as number;
    if (mode === MOVING) visit(segment, lane + first, lane + end);
    else if (mode === EVERY) visit(segment, 0, this.lastLane[segment] as number);
    else visit(segment, lane, lane);
  }
}

class Entries {
  readonly start: number[] = [];
  readonly step: number[] = [];
  readonly count: number[] = [];
  readonly segment: number[] = [];
  readonly mode: number[] = [];
  readonly lane: number[] = [];

  add(start: number, step: number, count: number, segment: number, mode: number, lane: number): void {
    this.start.push(start);
    this.step.push(step);
    this.count.push(step === 0 ? 1 : count);
    this.segment.push(segment);
    this.mode.push(mode);
    this.lane.push(lane);
  }
}

function addReads(entries: Entries, i: number, segment: Segment, size: number): void {
  const stretches = stretchesOf(segment);
  // What stands behind the cells (other periods, the blank) never changes. No line crosses that border.
  const points = segment.points.filter(({ start }) => start < size);
  const runs = segment.lists.flat().filter(({ start }) => start < size);
  for (const { start, step } of points) if (step === 0) entries.add(start, 0, 1, i, EVERY, 0);
  for (const { start, step, count, lane } of runs) if (lane === 0) entries.add(start, step, count, i, EVERY, 0);
  for (let s = 0; s < stretches.length; s += 2) {
    const first = stretches[s] ?? 0;
    const end = stretches[s + 1] ?? first;
    const lanes = end - first;
    for (const { start, step } of points) if (step !== 0) entries.add(start + first * step, step, lanes, i, MOVING, first);
    for (const { start, step, count, lane } of runs) {
      if (lane === 0) continue;
      const from = start + first * lane;
      // An entry for each lane or for each cell of the run: whichever touches fewer pages.
      if (lanes * pagesOf(step, count) <= count * pagesOf(lane, lanes))
        for (let k = 0; k < lanes; k++) entries.add(from + k * lane, step, count, i, ONE, first + k);
      else for (let k = 0; k < count; k++) entries.add(from + k * step, lane, lanes, i, MOVING, first);
    }
  }
}

/** About how many pages a line of cells touches. */
const pagesOf = (step: number, count: number): number => Math.min(count, 1 + ((Math.abs(step) * count) >> PAGE_BITS));

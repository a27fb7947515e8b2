import type { ReadIndex, Visit } from "./reads";
import { type Segment, stretchesOf } from "./segment";

/** Lanes of a segment that read cells of another one: those between the first and the last. */
interface Reader {
  readonly segment: number;
  first: number;
  last: number;
  reads: number;
}

/** Which segments read which, for following a change of most cells of a segment at once. */
export class Readers {
  private readonly of: readonly (readonly Reader[])[];
  private readonly dense: Uint8Array;

  constructor(segments: readonly Segment[], reads: ReadIndex) {
    this.of = segments.map((segment) => readersOf(segment, reads));
    this.dense = Uint8Array.from(this.of, (readers) => (readers.every(isDense) ? 1 : 0));
  }

  /** Whether nearly all lanes that `mark` visits read cells of the segment. */
  areDense(segment: number): boolean {
    return this.dense[segment] === 1;
  }

  /** Visits all readers of a segment. */
  mark(segment: number, visit: Visit): void {
    const readers = this.of[segment] as readonly Reader[];
    for (let i = 0; i < readers.length; i++) {
      const reader = readers[i] as Reader;
      visit(reader.segment, reader.first, reader.last);
    }
  }
}

const isDense = ({ first, last, reads }: Reader): boolean => reads * 2 > last - first;

function readersOf(segment: Segment, reads: ReadIndex): readonly Reader[] {
  const found = new Map<number, Reader>();
  const visit: Visit = (reader, first, last) => {
    const known = found.get(reader);
    if (known === undefined) found.set(reader, { segment: reader, first, last, reads: last - first + 1 });
    else {
      known.first = Math.min(known.first, first);
      known.last = Math.max(known.last, last);
      known.reads += last - first + 1;
    }
  };
  const { start, step } = segment.target;
  const stretches = stretchesOf(segment);
  for (let i = 0; i < stretches.length; i += 2) {
    const low = stretches[i] ?? 0;
    const high = (stretches[i + 1] ?? low) - 1;
    if (step === 1) reads.ofCells(start + low, start + high, visit);
    else for (let lane = low; lane <= high; lane++) reads.ofCell(start + lane * step, visit);
  }
  return [...found.values()];
}

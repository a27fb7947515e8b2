/** Stretches of dirty lanes that a segment keeps apart; more are joined with the nearest. */
const STRETCHES = 4;
/** Stretches nearer than this are joined. */
const GAP = 2;
const NOTHING = -1;

/** The lanes to compute anew, by segment, in the order of computing. */
export class DirtyLanes {
  /** So many places for each segment: first and last lane of a stretch, the first free one with NOTHING. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** A bit for each segment with dirty lanes. */
  private readonly segments: Int32Array;
  /** Stretches of the segment taken last: first, last, first, last … */
  readonly taken = new Int32Array(2 * STRETCHES);

  constructor(segments: number) {
    this.first = new Int32Array(segments * STRETCHES).fill(NOTHING);
    this.last = new Int32Array(segments * STRETCHES).fill(NOTHING);
    this.segments = new Int32Array((segments + 31) >> 5);
  }

  /** Adds the lanes from `first` to `last`, both included. */
  readonly mark = (segment: number, first: number, last: number): void => {
    const { segments } = this;
    segments[segment >> 5] = (segments[segment >> 5] as number) | (1 << (segment & 31));
    const begin = segment * STRETCHES;
    let nearest = begin;
    let least = 2 ** 31;
    for (let i = begin; i < begin + STRETCHES; i++) {
      const from = this.first[i] as number;
      if (from === NOTHING) {
        if (least > GAP) nearest = i;
        break;
      }
      const distance = Math.max(first - (this.last[i] as number), from - last);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    const known = this.first[nearest] as number;
    if (known === NOTHING || first < known) this.first[nearest] = first;
    if (last > (this.last[nearest] as number)) this.last[nearest] = last;
  };

  /** Takes the first segment from word `word` (32 segments) on that has dirty lanes; -1 where none has. */
  takeFrom(word: number): number {
    const { segments } = this;
    for (let w = word; w < segments.length; w++) {
      const bits = segments[w] as number;
      if (bits === 0) continue;
      const bit = 31 - Math.clz32(bits & -bits);
      segments[w] = bits & ~(1 << bit);
      return (w << 5) + bit;
    }
    return NOTHING;
  }

  /** Moves the dirty stretches of a segment into `taken`; gives how many numbers that are. */
  takeLanes(segment: number): number {
    const { first, last, taken } = this;
    let size = 0;
    for (let i = segment * STRETCHES; size < taken.length && first[i] !== NOTHING; i++) {
      taken[size] = first[i] as number;
      taken[size + 1] = last[i] as number;
      size += 2;
      first[i] = NOTHING;
      last[i] = NOTHING;
    }
    return size;
  }
}

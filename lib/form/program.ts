import * as is from "@/lib/formula/semantics";
import type { Instruction, Kernel, Place } from "./kernels";
import * as k from "./kernels";
import { FREE, isAdded, scaleOf } from "./scale";
import { type Progression, type Segment, stretchesOf } from "./segment";
import type { ListName, Shape } from "./slots";

/** Lanes of a scratch vector: what lies in between stays in the processor's first cache. */
export const BLOCK = 1024;

/** Instructions that compute a block of a segment into the results of the workspace, one after the other. */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** Where the results belong. */
  readonly target: Progression;
  readonly count: number;
  /** Lanes that exist: first, end, first, end … */
  readonly stretches: Int32Array;
}

/** Gives out places for constants and scratch vectors behind the cells. */
export class Workspace {
  readonly constants: { readonly at: number; readonly value: number }[] = [];
  private readonly known = new Map<number, number>();
  private vectors = 1;

  /** `firstFree`: where constants begin; at most `room` of them. */
  constructor(
    private readonly firstFree: number,
    private readonly room: number,
  ) {}

  constant(value: number): number {
    let at = this.known.get(value);
    if (at === undefined) {
      if (this.constants.length >= this.room) throw new RangeError("More constants than there is room for");
      at = this.firstFree + this.constants.length;
      this.constants.push({ at, value });
      this.known.set(value, at);
    }
    return at;
  }

  /** Where the results of a block stand, until they are stored. */
  get results(): Place {
    return k.place(this.firstFree + this.room, 0);
  }

  vector(depth: number): Place {
    this.vectors = Math.max(this.vectors, depth + 2);
    return k.place(this.firstFree + this.room + (depth + 1) * BLOCK, 0);
  }

  /** Size of a memory that holds it all. */
  get size(): number {
    return this.firstFree + this.room + this.vectors * BLOCK;
  }
}

const NOWHERE: Place = k.place(0, 0);

/** Turns a segment into instructions. */
export function programOf(segment: Segment, workspace: Workspace): Program {
  const to = workspace.results;
  const instructions: Instruction[] = [];
  const { shape } = segment.slots;
  new Generator(segment, workspace, instructions).into(to, shape, 0);
  return { instructions, target: segment.target, count: segment.count, stretches: Int32Array.from(stretchesOf(segment)) };
}

function instruction(
  kernel: Kernel,
  to: Place,
  args: readonly Place[],
  scale = 0,
  minus = 0,
  runs: Segment["lists"][number] = [],
  step = 0,
): Instruction {
  const [a = NOWHERE, b = NOWHERE, c = NOWHERE, d = NOWHERE] = args;
  return { kernel, to, a, b, c, d, runs, step, scale, minus };
}

const copy = k.map1((x) => x);
const absolute = k.map1(is.abs);
const unary: Readonly<Record<string, Kernel>> = {
  negate: k.map1((x) => 0 - x),
  not: k.map1(is.not),
  abs: absolute,
  floor: k.map1(is.floor),
  ceil: k.map1(is.ceil),
  sqrt: k.map1(is.sqrt),
  round: k.map1(is.roundHalfAway),
};
const binary: Readonly<Record<string, Kernel>> = {
  "*": k.multiply,
  "/": k.divide,
  "^": k.map2(is.power),
  "==": k.map2(is.equal),
  "!=": k.map2(is.unequal),
  "<": k.map2(is.less),
  "<=": k.map2(is.lessOrEqual),
  ">": k.map2(is.greater),
  ">=": k.map2(is.greaterOrEqual),
  and: k.map2(is.and),
  or: k.map2(is.or),
  percent: k.percent,
  growth: k.growth,
  coalesce: k.map2((a, b) => (is.isBlank(a) ? b : a)),
  min: k.map2(k.lesser),
  max: k.map2(k.larger),
  count: k.map2(k.counted),
};
const ternary: Readonly<Record<string, Kernel>> = { if: k.map3(is.choose), cagr: k.map3(is.cagr) };
const lists: Readonly<Record<Exclude<ListName, "mean">, Kernel>> = { sum: k.sumList, min: k.minList, max: k.maxList, count: k.countList };

/** Two figures added: of fixed decimals, they cancel out to the last bit. */
const isPlainSum = ({ fn, args, minus }: Extract<Shape, { kind: "apply" }>): boolean => fn === "+" && args.length === 2 && minus === 0;

const additions = [k.add2, k.add3, k.add4] as const;
const freeAdditions = [k.addFree(2), k.addFree(3), k.addFree(4)] as const;

class Generator {
  constructor(
    private readonly segment: Segment,
    private readonly workspace: Workspace,
    private readonly out: Instruction[],
  ) {}

  /** Where the figures of a part stand side by side: as they are, or gathered or computed into the scratch vector of this depth. */
  private place(part: Shape, depth: number): Place {
    if (part.kind === "point" || part.kind === "number") {
      const { start, step } = this.cells(part);
      if (step === 1 || this.segment.count === 1) return k.place(start, 1);
    }
    const to = this.workspace.vector(depth);
    this.into(to, part, depth);
    return to;
  }

  private cells(part: Extract<Shape, { kind: "point" | "number" }>): Progression {
    if (part.kind === "number") return { start: this.workspace.constant(part.value), step: 0 };
    return this.segment.points[part.slot] ?? { start: 0, step: 0 };
  }

  private gather(to: Place, { start, step }: Progression): void {
    this.out.push(instruction(k.gather, to, [k.place(start, step)], 0, 0, [], step));
  }

  private places(parts: readonly Shape[], depth: number): readonly Place[] {
    return parts.map((part, i) => this.place(part, depth + i));
  }

  /** Computes a part into a vector; scratch vectors from `depth` on are free. */
  into(to: Place, part: Shape, depth: number): void {
    const scale = isAdded(part) ? this.scale(part) : FREE;
    if (part.kind === "number" || part.kind === "point") this.gather(to, this.cells(part));
    else if (part.kind === "list") this.list(to, part, depth, scale);
    else if (part.fn === "+") this.sum(to, part.args, part.minus, depth, scale);
    else this.apply(to, part, depth);
    // Wherever it stands: what is left of figures that cancel out must be zero also as a divisor.
    if (scale > 0) this.emit(k.snap, to, [to], 10 ** scale);
  }

  /** Decimals that a part is fixed to; those of the whole are settled. */
  private scale(part: Shape): number {
    const { slots, scale, pointScales, listScales } = this.segment;
    if (part === slots.shape && scale !== FREE) return scale;
    return scaleOf(
      part,
      (slot) => pointScales[slot] ?? FREE,
      (slot) => listScales[slot] ?? FREE,
    );
  }

  private emit(kernel: Kernel, to: Place, args: readonly Place[], scale = 0, minus = 0): void {
    this.out.push(instruction(kernel, to, args, scale, minus));
  }

  private apply(to: Place, part: Extract<Shape, { kind: "apply" }>, depth: number): void {
    const { fn, args } = part;
    const one = unary[fn];
    const two = binary[fn];
    const three = ternary[fn];
    const sum = args[1];
    if (fn === "percent" && args[0] !== undefined && sum?.kind === "apply" && isPlainSum(sum) && this.scale(sum) !== FREE) {
      this.emit(k.percentOfSum, to, this.places([args[0], ...sum.args], depth));
      return;
    }
    // A result may stand where its own operands do: each lane is read before it is written.
    const places = this.places(args, depth);
    if (one !== undefined) this.emit(one, to, places, fn === "round" ? part.places : 0);
    else if (fn === "*" && places.length === 3) this.emit(k.multiply3, to, places);
    else if (two !== undefined) this.fold(two, to, places);
    else if (three !== undefined) this.emit(three, to, places);
    else throw new RangeError(`No function ${fn}`);
  }

  /** Joins operands from the left, two by two. */
  private fold(kernel: Kernel, to: Place, places: readonly Place[]): void {
    const [first = NOWHERE, ...rest] = places;
    if (rest.length === 0) this.emit(copy, to, [first]);
    let left = first;
    for (const right of rest) {
      this.emit(kernel, to, [left, right]);
      left = to;
    }
  }

  /** Adds up to four operands at a time, from the left; those of `minus` are taken away. */
  private sum(to: Place, args: readonly Shape[], minus: number, depth: number, scale: number): void {
    const places = this.places(args, depth);
    if (places.length === 1) this.emit(copy, to, places);
    let terms = places;
    let taken = minus;
    while (terms.length > 1) {
      const now = terms.slice(0, 4);
      const [two, three, four] = scale === FREE ? freeAdditions : additions;
      this.emit(now.length === 2 ? two : now.length === 3 ? three : four, to, now, 0, taken & 15);
      // What has been added is the first term of what is left.
      terms = [to, ...terms.slice(4)];
      taken = (taken >> 4) << 1;
    }
  }

  private list(to: Place, part: Extract<Shape, { kind: "list" }>, depth: number, scale: number): void {
    if (part.fn === "mean") {
      const sum = this.workspace.vector(depth);
      const count = this.workspace.vector(depth + 1);
      this.into(sum, { ...part, fn: "sum" }, depth + 2);
      this.into(count, { ...part, fn: "count" }, depth + 2);
      this.emit(k.divide, to, [sum, count]);
      return;
    }
    const { fn, slot, args } = part;
    const [only, ...more] = slot === undefined ? [] : (this.segment.lists[slot] ?? []);
    if (fn === "sum" && args.length === 0 && only?.count === 1 && more.length === 0) {
      // A partial sum: the figure itself.
      this.gather(to, { start: only.start, step: only.lane });
      return;
    }
    const start = this.workspace.vector(depth);
    if (slot === undefined) this.gather(start, { start: this.workspace.constant(fn === "count" ? 0 : Number.NaN), step: 0 });
    else {
      const ofList = fn === "sum" ? (this.segment.listScales[slot] ?? FREE) : FREE;
      const whole = args.length === 0 ? to : start;
      this.out.push(instruction(lists[fn], whole, [], ofList > 0 ? 10 ** ofList : 0, 0, this.segment.lists[slot] ?? []));
      if (args.length === 0) return;
    }
    const places = [start, ...this.places(args, depth + 1)];
    const kernel = fn === "sum" ? (scale === FREE ? freeAdditions : additions)[0] : binary[fn];
    if (kernel !== undefined) this.fold(kernel, to, places);
  }
}

/** Computes `count` lanes from `first` on, at most BLOCK, into the results of the workspace: also those that do not exist. */
export function run({ instructions }: Program, memory: Float64Array, first: number, count: number): void {
  for (let i = 0; i < instructions.length; i++) {
    const step = instructions[i] as Instruction;
    step.kernel(memory, step, first, count);
  }
}

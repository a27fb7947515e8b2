import { part, type Segment, stretchesOf } from "./segment";

/**
 * Segments in an order in which each is computed after all that it reads, or a cycle: cells of which each reads the
 * next, the last the first. Segments that seem to go round only because they are computed as a whole (a row of one
 * reads another row of the other) are taken apart, into their stretches and then into cells.
 */
export type Ordered =
  | { readonly ok: true; readonly segments: readonly Segment[] }
  | { readonly ok: false; readonly cycle: readonly number[] };

/** Orders segments; `size` is that of the memory in which their cells stand. */
export function orderSegments(segments: readonly Segment[], size: number): Ordered {
  let current = segments;
  for (;;) {
    const reads = readsOf(current, size);
    const groups = stronglyConnected(reads);
    const broken = new Set<number>();
    for (const group of groups) {
      const [first = 0] = group;
      if (group.length === 1 && !reads[first]?.includes(first)) continue;
      if (group.every((i) => current[i]?.count === 1))
        return { ok: false, cycle: cycleIn(group, reads).map((i) => current[i]?.target.start ?? 0) };
      for (const i of group) broken.add(i);
    }
    if (broken.size === 0) return { ok: true, segments: groups.flat().flatMap((i) => current[i] ?? []) };
    current = current.flatMap((segment, i) => (broken.has(i) ? apart(segment) : [segment]));
  }
}

function apart(segment: Segment): readonly Segment[] {
  const { stretches, count } = segment;
  if (stretches === undefined) return Array.from({ length: count }, (_, lane) => part(segment, lane, 1));
  const parts: Segment[] = [];
  eachStretch(segment, (first, lanes) => parts.push(part(segment, first, lanes)));
  return parts;
}

function eachStretch(segment: Segment, visit: (first: number, lanes: number) => void): void {
  const stretches = stretchesOf(segment);
  for (let i = 0; i < stretches.length; i += 2) {
    const first = stretches[i] ?? 0;
    visit(first, (stretches[i + 1] ?? first) - first);
  }
}

/** For each segment the segments that it reads. */
function readsOf(segments: readonly Segment[], size: number): readonly (readonly number[])[] {
  const owner = new Int32Array(size).fill(-1);
  for (const [i, segment] of segments.entries()) {
    const { start, step } = segment.target;
    eachStretch(segment, (first, lanes) => {
      for (let k = 0, at = start + first * step; k < lanes; k++, at += step) owner[at] = i;
    });
  }
  const seenBy = new Int32Array(segments.length).fill(-1);
  return segments.map((segment, i) => {
    const found: number[] = [];
    const scan = (start: number, step: number, count: number): void => {
      for (let k = 0, at = start; k < count; k++, at += step) {
        const other = owner[at] ?? -1;
        if (other < 0 || seenBy[other] === i) continue;
        seenBy[other] = i;
        found.push(other);
      }
    };
    eachStretch(segment, (first, lanes) => {
      for (const { start, step } of segment.points) scan(start + first * step, step, step === 0 ? 1 : lanes);
      for (const run of segment.lists.flat()) {
        const end = run.lane === 0 ? first + 1 : first + lanes;
        for (let lane = first; lane < end; lane++) scan(run.start + lane * run.lane, run.step, run.count);
      }
    });
    return found;
  });
}

/** Tarjan's algorithm without recursion: groups that read each other, those read before those that read them. */
function stronglyConnected(reads: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = reads.length;
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const onStack = new Uint8Array(n);
  const next = new Int32Array(n);
  const stack: number[] = [];
  const groups: number[][] = [];
  let counter = 0;
  for (let root = 0; root < n; root++) {
    if (order[root] !== -1) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1] ?? 0;
      if (order[node] === -1) {
        order[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const edge = next[node] ?? 0;
      const to = reads[node]?.[edge];
      if (to !== undefined) {
        next[node] = edge + 1;
        if (order[to] === -1) path.push(to);
        else if (onStack[to]) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) groups.push(popGroup(stack, onStack, node));
    }
  }
  return groups;
}

function popGroup(stack: number[], onStack: Uint8Array, node: number): number[] {
  const group: number[] = [];
  for (;;) {
    const member = stack.pop() ?? node;
    onStack[member] = 0;
    group.push(member);
    if (member === node) return group;
  }
}

/** A way from a member of the group round to itself. */
function cycleIn(group: readonly number[], reads: readonly (readonly number[])[]): readonly number[] {
  const inside = new Set(group);
  const path: number[] = [];
  const place = new Map<number, number>();
  for (let node = Math.min(...group); ; ) {
    const before = place.get(node);
    if (before !== undefined) return path.slice(before);
    place.set(node, path.length);
    path.push(node);
    const to = reads[node]?.find((i) => inside.has(i));
    if (to === undefined) return path;
    node = to;
  }
}

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box of the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far outside of a zone a drop still goes to it: people aim at edges. */
const reach = 56;

const distance = ({ x, y }: Point, { left, top, right, bottom }: Box): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

/** The part of a box that is seen through others; undefined where nothing of it is. */
export function seenThrough(box: Box, windows: readonly Box[]): Box | undefined {
  let { left, top, right, bottom } = box;
  for (const window of windows) {
    left = Math.max(left, window.left);
    top = Math.max(top, window.top);
    right = Math.min(right, window.right);
    bottom = Math.min(bottom, window.bottom);
  }
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}

/** The zone that a drop at a point goes to: the innermost that holds the point, else the nearest within reach. */
export function chooseZone<Z extends { readonly box: Box }>(zones: readonly Z[], point: Point): Z | undefined {
  let best: { readonly zone: Z; readonly away: number; readonly size: number } | undefined;
  for (const zone of zones) {
    const away = distance(point, zone.box);
    if (away > reach) continue;
    const size = area(zone.box);
    if (best === undefined || away < best.away || (away === best.away && size < best.size)) best = { zone, away, size };
  }
  return best?.zone;
}

/**
 * Before which of the boxes, which follow each other along an axis, a point lies: the first whose middle it has not
 * passed; their number where it has passed all.
 */
export function indexByMiddles(boxes: readonly Box[], axis: "x" | "y", point: Point): number {
  const index = boxes.findIndex((box) => (axis === "y" ? point.y < (box.top + box.bottom) / 2 : point.x < (box.left + box.right) / 2));
  return index === -1 ? boxes.length : index;
}

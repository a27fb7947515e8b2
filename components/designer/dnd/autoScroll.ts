import type { Point } from "./chooseZone";

/** Width of the edge of a scrolling box in which a pointer makes it scroll, and the fastest step of a frame. */
const edge = 44;
const fastest = 18;

/** How far a box scrolls in a frame along one axis, for a pointer at `at` between its sides. */
export function scrollStep(at: number, from: number, to: number): number {
  // A small box keeps a middle in which it stands still.
  const width = Math.min(edge, (to - from) / 3);
  if (width <= 0) return 0;
  if (at < from + width) return -Math.ceil(fastest * Math.min(1, (from + width - at) / width));
  if (at > to - width) return Math.ceil(fastest * Math.min(1, (at - to + width) / width));
  return 0;
}

const scrolls = (overflow: string): boolean => overflow === "auto" || overflow === "scroll";

/** Scrolls what lies under a pointer that stands at an edge, the innermost first. Tells whether anything moved. */
export function scrollUnder({ x, y }: Point): boolean {
  const inside = { x: Math.min(Math.max(x, 0), window.innerWidth - 1), y: Math.min(Math.max(y, 0), window.innerHeight - 1) };
  let hasMovedX = false;
  let hasMovedY = false;
  for (let element = document.elementFromPoint(inside.x, inside.y); element !== null; element = element.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isPage = element === document.scrollingElement;
    if (!isPage && !scrolls(overflowX) && !scrolls(overflowY)) continue;
    const box = isPage ? { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight } : element.getBoundingClientRect();
    const { scrollTop, scrollLeft } = element;
    if (!hasMovedY) element.scrollTop += scrollStep(inside.y, box.top, box.bottom);
    if (!hasMovedX) element.scrollLeft += scrollStep(inside.x, box.left, box.right);
    hasMovedY ||= element.scrollTop !== scrollTop;
    hasMovedX ||= element.scrollLeft !== scrollLeft;
  }
  return hasMovedX || hasMovedY;
}

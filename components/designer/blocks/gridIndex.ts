import type { Box, Point } from "@/components/designer/dnd";

/**
 * Before which of the boxes of a grid, filled line by line, a point lies: the first whose line is below the point, or is
 * the point's line and whose middle the point has not passed; their number where it has passed all.
 */
export function gridIndex(boxes: readonly Box[], { x, y }: Point): number {
  const index = boxes.findIndex((box) => {
    const bottom = lineBottom(boxes, box);
    return y < box.top || (y < bottom && x < (box.left + box.right) / 2);
  });
  return index === -1 ? boxes.length : index;
}

/** Boxes of a line begin at one height and end at several: the line ends with the lowest. */
const lineBottom = (boxes: readonly Box[], { top }: Box): number =>
  Math.max(...boxes.filter((box) => Math.abs(box.top - top) < 1).map(({ bottom }) => bottom));

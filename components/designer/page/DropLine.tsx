"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { framesIn } from "./frames";
import classes from "./page.module.css";

interface DropLineProps {
  /** Before which block. */
  readonly mark: number;
  readonly isRefused: boolean;
  /** What the blocks are drawn in. */
  readonly sheets: RefObject<HTMLElement | null>;
}

interface Line {
  readonly top: number;
  readonly left: number;
  readonly width: number;
}

/** The line where a block would be put: over the page, so that nothing on it moves. */
export function DropLine({ mark, isRefused, sheets }: DropLineProps) {
  const [line, setLine] = useState<Line>();
  useLayoutEffect(() => {
    const root = sheets.current;
    const board = root?.parentElement;
    if (!root || !board) return;
    const frames = framesIn(root);
    const after = frames[mark];
    const beside = after ?? frames.at(-1) ?? root.querySelector("[data-invite]") ?? root;
    const box = beside.getBoundingClientRect();
    const origin = board.getBoundingClientRect();
    const inset = Math.min(40, box.width / 10);
    setLine({
      top: (after || frames.length === 0 ? box.top : box.bottom) - origin.top,
      left: box.left - origin.left + inset,
      width: box.width - 2 * inset,
    });
  }, [mark, sheets]);
  return line ? (
    <div className={classes.dropLine} data-refused={isRefused || undefined} data-drop-line aria-hidden style={{ ...line }} />
  ) : null;
}

"use client";

import { type RefObject, useEffect, useState } from "react";

interface DrawnOptions {
  /** Far down in a long document when that was opened. */
  readonly startsFar: boolean;
  /** Selected, or with the keyboard: it is drawn at once. */
  readonly isWanted: boolean;
}

/** How near to the window a block is drawn. */
const margin = "1200px 0px";

/**
 * Whether the editor of a block is drawn: a long document opens with those at its beginning, the others come as they
 * are scrolled near, and stay.
 */
export function useDrawn(frame: RefObject<HTMLElement | null>, { startsFar, isWanted }: DrawnOptions): boolean {
  const [isFar, setIsFar] = useState(startsFar);
  const isDrawn = !isFar || isWanted;
  useEffect(() => {
    if (isWanted) setIsFar(false);
  }, [isWanted]);
  useEffect(() => {
    const element = frame.current;
    if (isDrawn || element === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsFar(false);
      },
      { root: element.closest("[data-canvas]"), rootMargin: margin },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame, isDrawn]);
  return isDrawn;
}

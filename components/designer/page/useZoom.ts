"use client";

import { type RefCallback, useCallback, useEffect, useState } from "react";

export const zoomSteps = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5] as const;
const least = 0.5;
const most = 1.5;
/** Left free at each side of the paper when it is fitted. */
const gutter = 14;

const keptAt = "bieumau.designer.zoom";

const readKept = (): number | "fit" => {
  try {
    const kept = Number(window.localStorage.getItem(keptAt));
    return kept >= least && kept <= most ? kept : "fit";
  } catch {
    return "fit";
  }
};

const keep = (choice: number | "fit"): void => {
  try {
    window.localStorage.setItem(keptAt, String(choice));
  } catch {
    // A browser without storage opens the page fitted.
  }
};

export interface Zoom {
  /** 1: as large as it prints. */
  readonly zoom: number;
  readonly isFitted: boolean;
  readonly choose: (zoom: number | "fit") => void;
  readonly step: (by: 1 | -1) => void;
  /** Of the part of the screen that the paper lies in. */
  readonly ref: RefCallback<HTMLElement>;
}

/** How large the paper is shown: fitted to its room, or as chosen. */
export function useZoom(paperWidth: number): Zoom {
  const [choice, setChoice] = useState<number | "fit">("fit");
  const [room, setRoom] = useState<number>();
  const [element, setElement] = useState<HTMLElement | null>(null);
  // Read after the first drawing, which the server did without it.
  useEffect(() => setChoice(readKept()), []);
  useEffect(() => {
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  const fitted = room === undefined ? 1 : Math.min(1.25, Math.max(least, Math.floor(((room - 2 * gutter) / paperWidth) * 100) / 100));
  const zoom = choice === "fit" ? fitted : choice;
  const choose = useCallback((next: number | "fit") => {
    setChoice(next);
    keep(next);
  }, []);
  const step = (by: 1 | -1): void => {
    const next = by === 1 ? zoomSteps.find((each) => each > zoom + 0.005) : zoomSteps.findLast((each) => each < zoom - 0.005);
    if (next !== undefined) choose(next);
  };
  return { zoom, isFitted: choice === "fit", choose, step, ref: setElement };
}

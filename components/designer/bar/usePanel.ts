"use client";

import { useEffect, useState } from "react";

/** Bounds of a panel's width, in pixels. */
export interface PanelWidths {
  readonly initial: number;
  readonly least: number;
  readonly most: number;
}

export interface PanelState extends PanelWidths {
  readonly side: "left" | "right";
  readonly width: number;
  readonly opened: boolean;
  resize(width: number): void;
  toggle(): void;
}

const keyOf = (side: string): string => `bieumau.designer.panel.${side}`;

/** How a panel was left on this device: its width, negative when it was closed. */
const readKept = (side: string): number | undefined => {
  try {
    const kept = Number(window.localStorage.getItem(keyOf(side)) ?? Number.NaN);
    return Number.isFinite(kept) && kept !== 0 ? kept : undefined;
  } catch {
    return undefined;
  }
};
const writeKept = (side: string, width: number) => {
  try {
    window.localStorage.setItem(keyOf(side), String(width));
  } catch {
    // A browser without storage opens the panels as they are by default.
  }
};

/** A panel at a side of the page, as wide and open as it was left on this device. */
export function usePanel(side: "left" | "right", { initial, least, most }: PanelWidths): PanelState {
  const [width, setWidth] = useState(initial);
  const [opened, setOpened] = useState(true);
  const bound = (wanted: number): number => Math.round(Math.min(most, Math.max(least, wanted)));

  useEffect(() => {
    const kept = readKept(side);
    if (kept === undefined) return;
    setOpened(kept > 0);
    setWidth(Math.round(Math.min(most, Math.max(least, Math.abs(kept)))));
  }, [side, least, most]);

  return {
    side,
    initial,
    least,
    most,
    width,
    opened,
    resize(wanted) {
      setWidth(bound(wanted));
      writeKept(side, bound(wanted));
    },
    toggle() {
      writeKept(side, opened ? -width : width);
      setOpened(!opened);
    },
  };
}

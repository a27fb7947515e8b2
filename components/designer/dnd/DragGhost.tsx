"use client";

import { type RefObject, useLayoutEffect } from "react";
import { useSay } from "@/components/ui/useSay";
import type { Point } from "./chooseZone";
import classes from "./dnd.module.css";
import { useDragState } from "./dndScope";

interface DragGhostProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly pointer: RefObject<Point>;
}

const width = 280;
const height = 76;

/** Puts the ghost beside a pointer, within the window. */
export function placeGhost(ghost: HTMLElement | null, { x, y }: Point): void {
  if (ghost === null) return;
  const left = x + 14 + width > window.innerWidth ? x - 14 - width : x + 14;
  const top = y + 16 + height > window.innerHeight ? y - 16 - height : y + 16;
  ghost.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
}

/** The name of what is dragged, beside the pointer, and why it cannot be dropped here. */
export function DragGhost({ ref, pointer }: DragGhostProps) {
  const say = useSay();
  const label = useDragState(({ by, dragged }) => (by === "pointer" ? dragged?.label : undefined));
  const refused = useDragState((state) => (state.by === "pointer" ? state.refused : undefined));
  useLayoutEffect(() => {
    if (label !== undefined) placeGhost(ref.current, pointer.current);
  }, [label, ref, pointer]);
  if (label === undefined) return null;
  return (
    <div ref={ref} className={classes.ghost} aria-hidden>
      <span className={classes.ghostName}>{label}</span>
      {refused ? <span className={classes.refused}>{say(refused)}</span> : null}
    </div>
  );
}

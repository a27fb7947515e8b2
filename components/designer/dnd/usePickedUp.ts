"use client";

import { useDndScope, useDragState } from "./dndScope";
import type { Dragged, DropTarget } from "./types";

export interface PickedUp {
  /** What was picked up by keyboard; undefined where nothing is. */
  readonly dragged: Dragged | undefined;
  /** Where it would go now. */
  readonly target: DropTarget | undefined;
  /** Picks parts up by keyboard; `source` is the id of the drag source that the focus comes back to. */
  readonly pickUp: (dragged: Dragged, source: string) => void;
}

/** The keyboard's way of dragging: picked up by a key, moved by arrows, dropped by Enter, put back by Escape. */
export function usePickedUp(): PickedUp {
  const { pickUp } = useDndScope();
  const dragged = useDragState((state) => (state.by === "keyboard" ? state.dragged : undefined));
  const target = useDragState((state) => (state.by === "keyboard" ? state.target : undefined));
  return { dragged, target, pickUp };
}

/** What is being dragged, by mouse or keyboard. */
export const useDragged = (): Dragged | undefined => useDragState((state) => state.dragged);

"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { DragSession, DragState } from "./dragSession";
import type { Dragged } from "./types";

export interface DndScope {
  readonly session: DragSession;
  /** Picks up by keyboard. `source` is the id that the focus comes back to. */
  readonly pickUp: (dragged: Dragged, source: string) => void;
  /** Opens the menu that asks where parts go. */
  readonly openMoveMenu: (dragged: Dragged) => void;
  /** The id of the words that tell how a handle is used. */
  readonly helpId: string;
}

export const DndScopeContext = createContext<DndScope | undefined>(undefined);

export function useDndScope(): DndScope {
  const scope = useContext(DndScopeContext);
  if (!scope) throw new Error("outside of a DndRoom");
  return scope;
}

/** What a part of the screen needs of what is being dragged; the selector gives primitives or what is kept as it is. */
export function useDragState<T>(selector: (state: DragState) => T): T {
  const { session } = useDndScope();
  const read = (): T => selector(session.state());
  return useSyncExternalStore(session.subscribe, read, read);
}

/** Opens "Chuyển tới…": the way to move for who cannot drag. */
export const useMoveMenu = (): ((dragged: Dragged) => void) => useDndScope().openMoveMenu;

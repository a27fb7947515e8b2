import type { Problem } from "@/lib/problem";
import type { Box, Point } from "./chooseZone";
import { chooseZone, seenThrough } from "./chooseZone";
import { type ListKind, wantedList } from "./listKind";
import { sameTarget } from "./sameSiblings";
import type { Dragged, DropTarget } from "./types";

/** Where a zone would put what is dragged, and the number of its line that shows it. */
export interface ZoneHit {
  readonly target: DropTarget;
  readonly mark: number;
}

/** A part of the screen that things can be dropped on. */
export interface DropZone {
  readonly id: string;
  readonly of: ListKind;
  readonly element: Element;
  readonly hit: (point: Point, dragged: Dragged) => ZoneHit | undefined;
  /** The line that shows a place; undefined where the place is not in this zone. */
  readonly markOf: (target: DropTarget) => number | undefined;
  /** Brings the line of a place into view. */
  readonly reveal: (target: DropTarget) => void;
}

/** What is under way; nothing where `by` is undefined. */
export interface DragState {
  readonly by: "pointer" | "keyboard" | undefined;
  readonly dragged: Dragged | undefined;
  /** The source, so that the focus comes back to it. */
  readonly source: string | undefined;
  /** The zone under the pointer. */
  readonly zone: string | undefined;
  readonly target: DropTarget | undefined;
  readonly mark: number | undefined;
  readonly refused: Problem | undefined;
}

export const idle: DragState = {
  by: undefined,
  dragged: undefined,
  source: undefined,
  zone: undefined,
  target: undefined,
  mark: undefined,
  refused: undefined,
};

/** The state of dragging outside of React: only the zone that a move concerns is drawn anew. */
export interface DragSession {
  subscribe(listener: () => void): () => void;
  state(): DragState;
  set(state: DragState): void;
  addZone(zone: DropZone): () => void;
  zones(): Iterable<DropZone>;
  addSource(id: string, element: () => HTMLElement | null): () => void;
  /** Where the keyboard can hold the source; null where it is not drawn now. */
  source(id: string): HTMLElement | null;
  /** What a source holds, by the id that the drag library knows it by. */
  readonly held: Map<string, () => Dragged>;
}

export function createDragSession(): DragSession {
  const listeners = new Set<() => void>();
  const zones = new Map<string, DropZone>();
  const sources = new Map<string, () => HTMLElement | null>();
  let state = idle;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    set(next) {
      const isSame =
        next.by === state.by &&
        next.dragged === state.dragged &&
        next.zone === state.zone &&
        next.mark === state.mark &&
        next.refused?.code === state.refused?.code &&
        next.refused?.at === state.refused?.at &&
        sameTarget(next.target, state.target);
      if (isSame) return;
      state = next;
      for (const listener of listeners) listener();
    },
    addZone(zone) {
      zones.set(zone.id, zone);
      return () => {
        if (zones.get(zone.id) === zone) zones.delete(zone.id);
      };
    },
    zones: () => zones.values(),
    addSource(id, element) {
      sources.set(id, element);
      return () => {
        if (sources.get(id) === element) sources.delete(id);
      };
    },
    source: (id) => sources.get(id)?.() ?? null,
    held: new Map(),
  };
}

/** Boxes through which an element is seen: the scrolling ones around it, and the window. */
function windowsOf(element: Element): readonly Box[] {
  const windows: Box[] = [{ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }];
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(parent);
    if (overflowX !== "visible" || overflowY !== "visible") windows.push(parent.getBoundingClientRect());
  }
  return windows;
}

/** What a drop at a point would mean. Asked at every move and once more at the drop. */
export function zoneAt(
  session: DragSession,
  dragged: Dragged,
  point: Point,
): { readonly zone: DropZone; readonly hit: ZoneHit } | undefined {
  const kind = wantedList(dragged);
  const seen = [...session.zones()].flatMap((zone) => {
    if (zone.of !== kind) return [];
    const box = seenThrough(zone.element.getBoundingClientRect(), windowsOf(zone.element));
    return box ? [{ zone, box }] : [];
  });
  const zone = chooseZone(seen, point)?.zone;
  const hit = zone?.hit(point, dragged);
  return zone && hit && { zone, hit };
}

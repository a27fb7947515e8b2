"use client";

import { type RefCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "@/lib/problem";
import type { Siblings } from "@/lib/template/edit";
import type { Point } from "./chooseZone";
import { useDndScope, useDragState } from "./dndScope";
import type { DropZone, ZoneHit } from "./dragSession";
import type { ListKind } from "./listKind";
import { sameSiblings } from "./sameSiblings";
import type { Dragged, DropTarget } from "./types";

/** A zone that is one list: blocks of a page, columns of a head. */
export interface ListZone {
  readonly id: string;
  readonly into: Siblings;
  /** The direction in which the parts follow each other. */
  readonly axis: "x" | "y";
  /** Before which part a point lies. The zone tells, so that virtualised lists work. */
  readonly indexAt: (point: Point) => number;
  /** Brings the place into view for the keyboard. */
  readonly reveal?: (target: DropTarget) => void;
}

/** A zone that shows a tree as one flat list: a point means a list and an index. */
export interface TreeZone {
  readonly id: string;
  readonly of: ListKind;
  readonly hit: (point: Point, dragged: Dragged) => ZoneHit | undefined;
  /** The line that shows a place; undefined where the place is not in this zone. */
  readonly markOf: (target: DropTarget) => number | undefined;
  readonly reveal?: (target: DropTarget) => void;
}

export interface DropZoneState {
  readonly ref: RefCallback<HTMLElement>;
  /** The insertion line to draw: before the part of this index. */
  readonly mark: number | undefined;
  /** The place that the line stands for. */
  readonly target: DropTarget | undefined;
  /** Why nothing can be dropped at the line. */
  readonly refused: Problem | undefined;
}

const zoneOf = (options: ListZone | TreeZone): Omit<DropZone, "element"> => {
  const { id, reveal = () => undefined } = options;
  if ("of" in options) return { id, of: options.of, hit: options.hit, markOf: options.markOf, reveal };
  const { into, indexAt } = options;
  return {
    id,
    of: into.kind,
    hit: (point) => {
      const index = indexAt(point);
      return { target: { into, index }, mark: index };
    },
    markOf: (target) => (sameSiblings(target.into, into) ? target.index : undefined),
    reveal,
  };
};

/** Makes a part of the screen one that things can be dropped on, and tells where to draw the insertion line. */
export function useDropZone(options: ListZone | TreeZone): DropZoneState {
  const { session } = useDndScope();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { id } = options;
  const of = "of" in options ? options.of : options.into.kind;
  useEffect(() => {
    if (element === null) return undefined;
    const now = (): Omit<DropZone, "element"> => zoneOf(latest.current);
    return session.addZone({
      id,
      of,
      element,
      hit: (point, dragged) => now().hit(point, dragged),
      markOf: (target) => now().markOf(target),
      reveal: (target) => now().reveal(target),
    });
  }, [session, id, of, element]);
  const mark = useDragState((state): number | undefined => {
    if (state.by === "pointer") return state.zone === id ? state.mark : undefined;
    return state.by === "keyboard" && state.target ? zoneOf(options).markOf(state.target) : undefined;
  });
  const target = useDragState((state) => (mark === undefined ? undefined : state.target));
  const refused = useDragState((state) => (mark === undefined ? undefined : state.refused));
  return { ref: setElement, mark, target, refused };
}

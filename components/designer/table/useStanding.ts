"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { type Selection, useDesigner, useDesignerStore } from "@/components/designer/store";
import { type Place, samePlace } from "@/lib/template/edit";
import {
  type DesignGrid,
  type Position,
  placeOf,
  positionOf,
  type Standing,
  type Stop,
  standingAt,
  standingOf,
  stopAt,
} from "./designGrid";
import { type Marks, marksIn, placesBetween, toggled } from "./ranges";

/** How a new place joins what is selected: alone, up to it from where the selection began, or in addition. */
export type Join = "alone" | "extend" | "toggle";

export interface StandingState {
  /** Where the keyboard stands; where nothing of the table is selected, where it would come in. */
  readonly position: Position;
  readonly stop: Stop | undefined;
  /** Whether what is selected lies in this table. */
  readonly owns: boolean;
  /** Whether what was selected in it is there no more. */
  readonly lost: boolean;
  readonly selection: Selection;
  readonly marks: Marks;
  readonly go: (to: Position, join: Join) => void;
}

interface Local {
  readonly standing: Standing;
  readonly anchor: Standing;
  /** The place that was selected when the keyboard came here; another one means that something else was selected since. */
  readonly place: Place | undefined;
}

const nothing: Selection = { places: [], anchor: undefined, focus: undefined };

const isIn = (block: string, place: Place | undefined): boolean =>
  place !== undefined && place.kind !== "document" && place.kind !== "block" && place.block === block;

/** Where the keyboard stands in a table. What is selected is the store's; which of a row's words is active is told here. */
export function useStanding(grid: DesignGrid): StandingState {
  const store = useDesignerStore();
  const { block } = grid;
  const selection = useDesigner(
    useCallback(
      (snapshot) => (isIn(block, snapshot.selection.focus) || isIn(block, snapshot.selection.places[0]) ? snapshot.selection : nothing),
      [block],
    ),
  );
  const marks = useMemo(() => marksIn(block, selection.places), [block, selection.places]);
  const [local, setLocal] = useState<Local | undefined>(undefined);
  const last = useRef<Position>({ y: grid.headRows, x: grid.labelLeaf });

  const owns = selection.places.length > 0;
  const here = owns && local !== undefined && samePlace(local.place, selection.focus) ? local : undefined;
  const standing = here?.standing ?? (owns ? standingOf(grid, selection.focus ?? selection.places[0]) : local?.standing);
  const found = standing && positionOf(grid, standing);
  const position = found ?? { y: Math.min(last.current.y, grid.rows - 1), x: Math.min(last.current.x, grid.columns - 1) };
  last.current = position;

  const go = (to: Position, join: Join) => {
    const next = standingAt(grid, to);
    const stop = stopAt(grid, to);
    if (next === undefined || stop === undefined) return;
    const anchor = (join === "extend" ? (here?.anchor ?? standing) : undefined) ?? next;
    const from = positionOf(grid, anchor) ?? to;
    const current = store.snapshot().selection.places.filter((place) => isIn(block, place));
    const places = join === "extend" ? placesBetween(grid, from, to) : join === "toggle" ? toggled(current, stop.place) : [stop.place];
    // While a selection grows, its focus stays of its kind: the panels show what is selected, not where the keyboard is.
    const focus = places.some((place) => samePlace(place, stop.place)) ? stop.place : places.at(-1);
    setLocal({ standing: next, anchor, place: focus });
    store.select({ places, anchor: placeOf(grid, anchor), focus });
  };

  return {
    position,
    stop: stopAt(grid, position),
    owns,
    lost: owns && found === undefined,
    selection,
    marks,
    go,
  };
}

"use client";

import { useDraggable } from "@dnd-kit/core";
import { type HTMLAttributes, type KeyboardEvent, type RefCallback, useCallback, useEffect, useRef } from "react";
import { useDndScope } from "./dndScope";
import type { Dragged } from "./types";

interface DragSourceOptions {
  /** Unique in the designer, and the same for the part wherever it moves to: `page b3`, `outline b3`. */
  readonly id: string;
  /** What it holds, or how that is found when it is taken (all that is selected, for instance). */
  readonly dragged: Dragged | (() => Dragged);
  readonly disabled?: boolean;
  /** false: Enter and Space do something else on the handle. */
  readonly byKeyboard?: boolean;
}

/** Props of the element that is taken hold of. */
export type DragHandle = Pick<HTMLAttributes<HTMLElement>, "onMouseDown" | "onTouchStart" | "onKeyDown" | "aria-describedby"> & {
  readonly ref: RefCallback<HTMLElement>;
};

export interface DragSource {
  /** The element that is dragged as a whole; it is the handle where that is not another. */
  readonly ref: RefCallback<HTMLElement>;
  readonly handle: DragHandle;
  readonly isDragging: boolean;
}

/** Makes a part of the screen one that can be dragged by mouse and touch, and picked up by Space or Enter on its handle. */
export function useDragSource({ id, dragged, disabled = false, byKeyboard = true }: DragSourceOptions): DragSource {
  const { session, pickUp, helpId } = useDndScope();
  const { setNodeRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({ id, disabled });
  const held = useRef(dragged);
  const element = useRef<HTMLElement | null>(null);
  useEffect(() => {
    held.current = dragged;
  }, [dragged]);
  const read = useCallback((): Dragged => (typeof held.current === "function" ? held.current() : held.current), []);
  useEffect(() => {
    session.held.set(id, read);
    const forget = session.addSource(id, () => element.current);
    return () => {
      forget();
      if (session.held.get(id) === read) session.held.delete(id);
    };
  }, [session, id, read]);
  const handleRef = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      setActivatorNodeRef(node);
    },
    [setActivatorNodeRef],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (disabled || !byKeyboard || event.target !== event.currentTarget) return;
    if (event.key !== "Enter" && event.key !== " ") return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    pickUp(read(), id);
  };
  return {
    ref: setNodeRef,
    handle: {
      ref: handleRef,
      onMouseDown: listeners?.onMouseDown as DragHandle["onMouseDown"],
      onTouchStart: listeners?.onTouchStart as DragHandle["onTouchStart"],
      onKeyDown,
      ...(byKeyboard ? { "aria-describedby": helpId } : {}),
    },
    isDragging,
  };
}

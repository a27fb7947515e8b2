"use client";

import type { DragStartEvent } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useMemo, useRef } from "react";
import { useAnnounce, useDesignerStore } from "@/components/designer/store";
import { scrollUnder } from "./autoScroll";
import type { Point } from "./chooseZone";
import { placeGhost } from "./DragGhost";
import classes from "./dnd.module.css";
import { type DragSession, idle, zoneAt } from "./dragSession";
import { placeCommand } from "./placeCommand";
import { sameTarget } from "./sameSiblings";
import type { Dragged, DropTarget } from "./types";
import { useMoveTo } from "./useMoveTo";

interface PointerDrag {
  readonly onDragStart: (event: DragStartEvent) => void;
  readonly onDragEnd: () => void;
  readonly onDragCancel: () => void;
}

const pointOf = (event: Event): Point | undefined => {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const touch = "changedTouches" in event ? (event as TouchEvent).changedTouches[0] : undefined;
  return touch && { x: touch.clientX, y: touch.clientY };
};

/** The cursor of the whole page. */
const draggingClass = classes.dragging === undefined ? [] : [classes.dragging];

const watched = ["mousemove", "mouseup", "touchmove", "touchend"] as const;

/**
 * Follows the pointer while something is dragged. The drag library tells only that a drag begins and ends: what is
 * under the pointer is looked up here, at each move, at each scroll and once more at the drop, from what is drawn then.
 */
export function usePointerDrag(session: DragSession, ghost: RefObject<HTMLDivElement | null>, pointer: RefObject<Point>): PointerDrag {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const announce = useAnnounce();
  const moveTo = useMoveTo();
  /** Ends the watch of the drag under way. */
  const stop = useRef<() => void>(() => undefined);

  const look = useCallback(
    (dragged: Dragged): void => {
      const before = session.state();
      const found = zoneAt(session, dragged, pointer.current);
      if (found === undefined) {
        session.set({ ...idle, by: "pointer", dragged, source: before.source });
        return;
      }
      const { zone, hit } = found;
      // Judged anew only where the place is another: a judgement reads the template.
      const isSame = before.zone === zone.id && before.mark === hit.mark && sameTarget(before.target, hit.target);
      if (isSame) return;
      const judged = placeCommand(store.snapshot().template, dragged, hit.target);
      const refused = judged.ok ? undefined : judged.error;
      session.set({ by: "pointer", dragged, source: before.source, zone: zone.id, target: hit.target, mark: hit.mark, refused });
    },
    [session, pointer, store],
  );

  return useMemo(() => {
    const finish = (): { readonly dragged: Dragged | undefined; readonly target: DropTarget | undefined } => {
      const { dragged } = session.state();
      if (dragged) look(dragged);
      const { target } = session.state();
      stop.current();
      session.set(idle);
      return { dragged, target };
    };
    return {
      onDragStart({ active, activatorEvent }) {
        const id = String(active.id);
        const dragged = session.held.get(id)?.();
        if (dragged === undefined) return;
        pointer.current = pointOf(activatorEvent) ?? pointer.current;
        session.set({ ...idle, by: "pointer", dragged, source: id });
        document.documentElement.classList.add(...draggingClass);
        const follow = (event: Event): void => {
          pointer.current = pointOf(event) ?? pointer.current;
          placeGhost(ghost.current, pointer.current);
          look(dragged);
        };
        const onScroll = (): void => look(dragged);
        let frame = 0;
        const scroll = (): void => {
          if (scrollUnder(pointer.current)) look(dragged);
          frame = requestAnimationFrame(scroll);
        };
        frame = requestAnimationFrame(scroll);
        for (const name of watched) window.addEventListener(name, follow, { capture: true, passive: true });
        window.addEventListener("scroll", onScroll, { capture: true, passive: true });
        stop.current = () => {
          cancelAnimationFrame(frame);
          for (const name of watched) window.removeEventListener(name, follow, { capture: true });
          window.removeEventListener("scroll", onScroll, { capture: true });
          document.documentElement.classList.remove(...draggingClass);
          stop.current = () => undefined;
        };
      },
      onDragEnd() {
        const { dragged, target } = finish();
        if (dragged && target) moveTo(dragged, target);
        else if (dragged) announce(t("dnd.putBack", { part: dragged.label }));
      },
      onDragCancel() {
        const { dragged } = session.state();
        stop.current();
        session.set(idle);
        if (dragged) announce(t("dnd.putBack", { part: dragged.label }));
      },
    };
  }, [session, ghost, pointer, look, moveTo, announce, t]);
}

"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { useAnnounce, useDesignerStore } from "@/components/designer/store";
import { describeTarget } from "./describeTarget";
import { type DragSession, idle } from "./dragSession";
import { dropTargets, indexOfTarget, targetAt } from "./dropTargets";
import { placeCommand } from "./placeCommand";
import type { Dragged, DropTarget } from "./types";
import { useMoveTo } from "./useMoveTo";
import { useNames } from "./useNames";

/** How often it is looked for a source that the drop may have brought to another place of the screen. */
const looks = 12;

/** Gives the focus to a source as soon as it is drawn. */
function focusSource(session: DragSession, id: string, left = looks): void {
  const element = session.source(id);
  if (element?.isConnected) element.focus({ preventScroll: false });
  else if (left > 0) requestAnimationFrame(() => focusSource(session, id, left - 1));
}

interface Walk {
  readonly dragged: Dragged;
  readonly source: string;
  readonly targets: readonly DropTarget[];
  /** Position of the place that it would go to now. */
  at: number;
}

/** Steps of a walk by key: how far, and from where. */
function step(key: string, walk: Walk): { readonly from: number; readonly by: 1 | -1 } | undefined {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return { from: walk.at + 1, by: 1 };
    case "ArrowUp":
    case "ArrowLeft":
      return { from: walk.at - 1, by: -1 };
    case "Home":
      return { from: 0, by: 1 };
    case "End":
      return { from: walk.targets.length - 1, by: -1 };
    default:
      return undefined;
  }
}

/** Lets the keyboard carry what it picked up through the places that the template allows. Gives the way to pick up. */
export function useKeyboardMove(session: DragSession): (dragged: Dragged, source: string) => void {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const announce = useAnnounce();
  const names = useNames();
  const moveTo = useMoveTo();
  const walk = useRef<Walk | undefined>(undefined);

  const isAllowed = useCallback(
    (dragged: Dragged, target: DropTarget): boolean => placeCommand(store.snapshot().template, dragged, target).ok,
    [store],
  );

  const show = useCallback(
    ({ dragged, source, targets, at }: Walk): void => {
      const target = targets[at];
      session.set({ ...idle, by: "keyboard", dragged, source, target });
      if (target === undefined) return;
      for (const zone of session.zones()) if (zone.markOf(target) !== undefined) zone.reveal(target);
    },
    [session],
  );

  const end = useCallback((): Walk | undefined => {
    const ended = walk.current;
    walk.current = undefined;
    session.set(idle);
    return ended;
  }, [session]);

  const pickUp = useCallback(
    (dragged: Dragged, source: string): void => {
      const { template, selection } = store.snapshot();
      const targets = dropTargets(template, dragged);
      const here =
        targetAt(template, dragged) ??
        afterSelection(targets, selection.focus?.kind === "block" ? selection.focus.block : undefined, template.blocks);
      const wanted = here === undefined ? 0 : Math.max(0, indexOfTarget(targets, here));
      const at = targets.findIndex((target, i) => i >= wanted && isAllowed(dragged, target));
      if (at === -1) {
        announce(t("dnd.nowhere", { part: dragged.label }));
        return;
      }
      walk.current = { dragged, source, targets, at };
      show(walk.current);
      const target = targets[at];
      announce(t("dnd.pickedUp", { part: dragged.label, where: target ? describeTarget(names(), dragged, target) : "" }));
    },
    [store, announce, names, show, isAllowed, t],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const now = walk.current;
      if (now === undefined || event.isComposing) return;
      if (event.key === "Tab") {
        // The focus goes on: what was picked up is put back, not left hanging.
        end();
        announce(t("dnd.putBack", { part: now.dragged.label }));
        return;
      }
      const stepped = step(event.key, now);
      const isDrop = event.key === "Enter" || event.key === " ";
      if (stepped === undefined && !isDrop && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (stepped) {
        let at = stepped.from;
        for (let target = now.targets[at]; target !== undefined && !isAllowed(now.dragged, target); target = now.targets[at])
          at += stepped.by;
        const target = now.targets[at];
        if (target === undefined) {
          announce(t("dnd.noFurther"));
          return;
        }
        now.at = at;
        show(now);
        announce(describeTarget(names(), now.dragged, target));
        return;
      }
      end();
      const target = now.targets[now.at];
      if (isDrop && target) moveTo(now.dragged, target);
      else announce(t("dnd.putBack", { part: now.dragged.label }));
      requestAnimationFrame(() => focusSource(session, now.source));
    };
    const onMouseDown = (): void => {
      if (walk.current) end();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    window.addEventListener("mousedown", onMouseDown, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      window.removeEventListener("mousedown", onMouseDown, { capture: true });
    };
  }, [session, announce, names, moveTo, show, end, isAllowed, t]);

  return pickUp;
}

/** New blocks start after the block that is selected. */
function afterSelection(
  targets: readonly DropTarget[],
  block: string | undefined,
  blocks: readonly { readonly id: string }[],
): DropTarget | undefined {
  if (block === undefined) return undefined;
  const index = blocks.findIndex(({ id }) => id === block) + 1;
  return targets.find(({ into, index: at }) => into.kind === "blocks" && at === index);
}

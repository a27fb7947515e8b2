"use client";

import type { KeyboardEvent } from "react";
import { usePartActions } from "@/components/designer/parts";
import { noSelection, selectionOf, useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { focusFrame } from "./frames";

/** What the keyboard does on the frame of a block: goes from block to block, into it, moves, duplicates and removes it. */
export function useFrameKeys(id: string, enter: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  const store = useDesignerStore();
  const actions = usePartActions();
  return (event) => {
    if (event.nativeEvent.isComposing) return;
    const { template, selection } = store.snapshot();
    const { blocks } = template;
    const index = blocks.findIndex((block) => block.id === id);
    const chosen: readonly Place[] = selection.places.some((place) => place.kind === "block" && place.block === id)
      ? selection.places
      : [{ kind: "block", block: id }];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;

    const goTo = (at: number): void => {
      const block = blocks[Math.min(Math.max(at, 0), blocks.length - 1)];
      if (!block) return;
      const place = { kind: "block", block: block.id } as const;
      const { anchor } = selection;
      if (event.shiftKey && anchor?.kind === "block") {
        const from = blocks.findIndex((each) => each.id === anchor.block);
        const to = blocks.indexOf(block);
        const between = blocks.slice(Math.min(from, to), Math.max(from, to) + 1);
        store.select({ places: between.map((each) => ({ kind: "block", block: each.id })), anchor, focus: place });
      } else store.select(selectionOf(place));
      focusFrame(block.id);
    };

    const act = (): boolean => {
      if (event.altKey && !event.ctrlKey && !event.metaKey) {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return false;
        if (actions.nudge(chosen, event.key === "ArrowUp" ? "up" : "down")) focusFrame(id);
        return true;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
        const [first] = actions.duplicate(chosen) ?? [];
        if (first?.kind === "block") focusFrame(first.block);
        return true;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
        const all: readonly Place[] = blocks.map((block) => ({ kind: "block", block: block.id }));
        store.select({ places: all, anchor: all[0], focus: { kind: "block", block: id } });
        return true;
      }
      if (!isPlain) return false;
      switch (event.key) {
        case "ArrowUp":
          goTo(index - 1);
          return true;
        case "ArrowDown":
          goTo(index + 1);
          return true;
        case "Home":
          goTo(0);
          return true;
        case "End":
          goTo(blocks.length - 1);
          return true;
        case "Enter":
          enter();
          return true;
        case "Escape":
          // Nothing of the page: the properties are the form's own.
          store.select(noSelection);
          return true;
        case "Delete":
        case "Backspace": {
          const next = blocks.slice(index + 1).find((block) => !chosen.some((place) => place.kind === "block" && place.block === block.id));
          const before = blocks
            .slice(0, index)
            .findLast((block) => !chosen.some((place) => place.kind === "block" && place.block === block.id));
          actions.remove(chosen, () => {
            const to = next ?? before;
            if (to) focusFrame(to.id);
          });
          return true;
        }
        default:
          return false;
      }
    };
    if (act()) event.preventDefault();
  };
}

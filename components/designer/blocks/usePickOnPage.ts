"use client";

import { useEffect, useRef, useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { followReference } from "./reference";

/** Why the part of the page that was clicked gives no value. */
export type PickRefused = "repeated" | "noValue";

/** What stands for a part within the frames of the blocks: cells of tables, fields, heads and rows too. */
const parts = "[data-frame] [data-address]";

const partAt = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>(parts) : undefined) ?? undefined;

/**
 * While it is used, a click on a cell or field of the page picks its value and does nothing else; those that can be
 * picked are marked by `data-pick`, which the page's style shows. What cannot be picked says why.
 */
export function usePickOnPage(onPick: (ref: string) => void): PickRefused | undefined {
  const store = useDesignerStore();
  const [refused, setRefused] = useState<PickRefused>();
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    const judge = (ref: string): "fits" | PickRefused => {
      const { kind } = followReference(store.snapshot().template, ref);
      if (kind === "repeated") return "repeated";
      return kind === "cell" || kind === "field" ? "fits" : "noValue";
    };

    // Cells come and go while the page scrolls: they are marked anew once a frame at most.
    let frame = 0;
    const mark = (): void => {
      frame = 0;
      for (const part of document.querySelectorAll<HTMLElement>(parts)) {
        const fits = judge(part.dataset.address ?? "") === "fits" ? "fits" : "no";
        if (part.dataset.pick !== fits) part.dataset.pick = fits;
      }
    };
    const markSoon = (): void => {
      frame ||= requestAnimationFrame(mark);
    };
    const watch = new MutationObserver(markSoon);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-address"] });
    mark();
    document.documentElement.dataset.picking = "value";

    const take = (event: Event): void => {
      const part = partAt(event.target);
      if (!part) return;
      event.preventDefault();
      event.stopPropagation();
      // One press is several events; the last of them picks, the others only must reach nobody.
      if (event.type !== "click") return;
      const ref = part.dataset.address ?? "";
      const verdict = judge(ref);
      if (verdict === "fits") pick.current(ref);
      else setRefused(verdict);
    };
    const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
    for (const kind of kinds) document.addEventListener(kind, take, true);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      delete document.documentElement.dataset.picking;
      for (const part of document.querySelectorAll<HTMLElement>("[data-pick]")) delete part.dataset.pick;
      for (const kind of kinds) document.removeEventListener(kind, take, true);
    };
  }, [store]);
  return refused;
}

"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { childrenOf, listKindOf, partsName, placeKey, useMoveTo, useNames } from "@/components/designer/dnd";
import { noSelection, useAnnounce, useDesignerStore, useRun } from "@/components/designer/store";
import { type Place, type Siblings, spotOf } from "@/lib/template/edit";

export type NudgeDirection = "up" | "down";

export interface PartActions {
  /** One step up or down among their siblings. Whether anything moved. */
  readonly nudge: (places: readonly Place[], direction: NudgeDirection) => boolean;
  /** Removes parts; asks first where something else refers to them. `then` is called when they are gone. */
  readonly remove: (places: readonly Place[], then?: () => void) => void;
}

/** What is done with parts of the template as wholes, from the page, the outline and the menus. */
export function usePartActions(): PartActions {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const run = useRun();
  const announce = useAnnounce();
  const names = useNames();
  const moveTo = useMoveTo();
  return useMemo(() => {
    return {
      nudge(places, direction) {
        const { template } = store.snapshot();
        const [first] = places;
        const into: Siblings | undefined = first && spotOf(template, first)?.in;
        if (first === undefined || into === undefined) return false;
        const keys = new Set(places.map(placeKey));
        const at = childrenOf(template, into).flatMap((child, i) => (keys.has(placeKey(child)) ? [i] : []));
        const from = at[0] ?? 0;
        const to = at.at(-1) ?? 0;
        const index = direction === "up" ? from - 1 : to + 2;
        if (index < 0 || index > childrenOf(template, into).length) {
          announce(t("dnd.noFurther"));
          return false;
        }
        return moveTo({ kind: "parts", label: partsName(names(), places), places }, { into, index }) !== undefined;
      },
      remove(places, then) {
        const removable = places.filter((place) => listKindOf(place) !== undefined);
        if (removable.length === 0) return;
        const name = partsName(names(), removable);
        if (!run({ do: "remove", parts: removable })) return;
        store.select(noSelection);
        announce(t("action.removed", { part: name }));
        then?.();
      },
    };
  }, [store, run, announce, names, moveTo, t]);
}

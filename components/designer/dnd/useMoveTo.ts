"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useAnnounce, useDesignerStore, useRun } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { describeTarget } from "./describeTarget";
import { placeCommand } from "./placeCommand";
import type { Dragged, DropTarget } from "./types";
import { useNames } from "./useNames";

/**
 * Puts what is dragged where a mouse, the keyboard or a menu said: runs the command, selects what was put and tells it.
 * The places where the parts are now; undefined where it was refused.
 */
export function useMoveTo(): (dragged: Dragged, target: DropTarget) => readonly Place[] | undefined {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const run = useRun();
  const announce = useAnnounce();
  const say = useSay();
  const names = useNames();
  return useCallback(
    (dragged, target) => {
      const judged = placeCommand(store.snapshot().template, dragged, target);
      if (!judged.ok) {
        announce(t("dnd.refused", { part: dragged.label, reason: say(judged.error) }));
        return undefined;
      }
      const { command, places } = judged.value;
      const where = describeTarget(names(), dragged, target);
      if (command === undefined) {
        announce(t("dnd.stays", { part: dragged.label }));
        return places;
      }
      if (!run(command)) return undefined;
      const [anchor] = places;
      store.select({ places, anchor, focus: anchor });
      announce(t(dragged.kind === "new" ? "dnd.inserted" : "dnd.dropped", { part: dragged.label, where }));
      return places;
    },
    [store, run, announce, say, names, t],
  );
}

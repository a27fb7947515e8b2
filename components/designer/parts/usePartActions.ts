"use client";

import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { describeTarget, listKindOf, partsName, useMoveMenu, useNames } from "@/components/designer/dnd";
import { noSelection, useAnnounce, useDesignerStore, useRun } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import {
  copyParts,
  cutParts,
  duplicateParts,
  type Fragment,
  type Nudge,
  nudge,
  type Pasted,
  type Place,
  pasteFragment,
  readFragment,
  usesOf,
  writeFragment,
} from "@/lib/template/edit";
import { readClipboard, writeClipboard } from "./clipboardText";
import { pasteTarget } from "./pasteTarget";
import { usesQuestion } from "./usesQuestion";

export interface PartActions {
  /** One step up, down, in or out. Whether anything moved. */
  readonly nudge: (places: readonly Place[], step: Nudge) => boolean;
  readonly duplicate: (places: readonly Place[]) => readonly Place[] | undefined;
  /** Removes parts; asks first where something else refers to them. `then` is called when they are gone. */
  readonly remove: (places: readonly Place[], then?: () => void) => void;
  /** Opens "Chuyển tới…". */
  readonly moveTo: (places: readonly Place[]) => void;
  /** The text of parts for the clipboard, cut or copied; undefined where it was refused. */
  readonly take: (places: readonly Place[], how: "copy" | "cut") => string | undefined;
  /** Puts what a text of the clipboard holds after the selection. Where that is; undefined where it was refused. */
  readonly put: (text: string) => readonly Place[] | undefined;
  /** Copies or cuts from a menu. */
  readonly copy: (places: readonly Place[], how: "copy" | "cut") => void;
  /** Pastes from a menu. */
  readonly paste: () => void;
}

/** Nothing to tell a person who sees it: the part is at the end already. */
const quiet = new Set(["edit.alreadyFirst", "edit.alreadyLast"]);

/** What is done with parts of the template as wholes, from the page, the outline and the menus. */
export function usePartActions(): PartActions {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const run = useRun();
  const announce = useAnnounce();
  const say = useSay();
  const names = useNames();
  const openMoveMenu = useMoveMenu();
  return useMemo((): PartActions => {
    const refuse = (problem: Problem): undefined => {
      const message = say(problem);
      announce(message);
      if (!quiet.has(problem.code)) notifications.show({ id: "designer-refused", color: "red", message });
      return undefined;
    };
    const selectAll = (places: readonly Place[]): void => {
      const [anchor] = places;
      store.select({ places, anchor, focus: anchor });
    };
    const paste = ({ command, places, outside }: Pasted, told: "duplicated" | "pasted"): readonly Place[] | undefined => {
      if (!run(command)) return undefined;
      selectAll(places);
      announce(t(`action.${told}`, { part: partsName(names(), places) }));
      if (outside.length > 0) notifications.show({ color: "yellow", message: t("action.outside", { count: outside.length }) });
      return places;
    };
    const take: PartActions["take"] = (places, how) => {
      const { template } = store.snapshot();
      const part = partsName(names(), places);
      if (how === "copy") {
        const copied = copyParts(template, places);
        if (!copied.ok) return refuse(copied.error);
        announce(t("action.copied", { part }));
        return writeFragment(copied.value);
      }
      const cut = cutParts(template, places);
      if (!cut.ok) return refuse(cut.error);
      if (!run(cut.value.command)) return undefined;
      store.select(noSelection);
      announce(t("action.cutOut", { part }));
      return writeFragment(cut.value.fragment);
    };
    const putFragment = (fragment: Fragment): readonly Place[] | undefined => {
      const { template, selection } = store.snapshot();
      const target = pasteTarget(template, selection, fragment);
      if (target === undefined) {
        const message = t("action.noTarget", { of: fragment.of });
        announce(message);
        notifications.show({ id: "designer-refused", color: "red", message });
        return undefined;
      }
      const pasted = pasteFragment(template, fragment, target);
      return pasted.ok ? paste(pasted.value, "pasted") : refuse(pasted.error);
    };
    const put: PartActions["put"] = (text) => {
      const read = readFragment(text);
      return read.ok ? putFragment(read.value) : refuse(read.error);
    };
    return {
      take,
      put,
      nudge(places, step) {
        const { template } = store.snapshot();
        const made = nudge(template, places, step);
        if (!made.ok) {
          refuse(made.error);
          return false;
        }
        if (made.value.do !== "move") return false;
        const { into, index } = made.value;
        const part = partsName(names(), places);
        const where = describeTarget(names(), { kind: "parts", label: part, places }, { into, index });
        if (!run(made.value)) return false;
        selectAll(places);
        announce(t("dnd.dropped", { part, where }));
        return true;
      },
      duplicate(places) {
        const made = duplicateParts(store.snapshot().template, places);
        return made.ok ? paste(made.value, "duplicated") : refuse(made.error);
      },
      remove(places, then) {
        const parts = places.filter((place) => listKindOf(place) !== undefined);
        if (parts.length === 0) return;
        const part = partsName(names(), parts);
        const removeNow = (): void => {
          if (!run({ do: "remove", parts })) return;
          store.select(noSelection);
          announce(t("action.removed", { part }));
          then?.();
        };
        const uses = usesOf(store.snapshot().template, parts);
        if (uses.length === 0) removeNow();
        else modals.openConfirmModal(usesQuestion({ context: names(), part, uses, onConfirm: removeNow }));
      },
      moveTo: (places) => openMoveMenu({ kind: "parts", label: partsName(names(), places), places }),
      copy(places, how) {
        const text = take(places, how);
        if (text !== undefined && !writeClipboard(text)) notifications.show({ color: "red", message: t("action.clipboardClosed") });
      },
      paste() {
        readClipboard().then((text) => {
          if (text === undefined) notifications.show({ color: "blue", message: t("action.pasteByKeys") });
          else put(text);
        });
      },
    };
  }, [store, run, announce, say, names, openMoveMenu, t]);
}

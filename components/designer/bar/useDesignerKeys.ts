"use client";

import { useEffect } from "react";
import { useDesignerStore } from "@/components/designer/store";

/** Parts of the screen with words of their own that are not in the draft (yet): a search, the JSON text, a formula that is being typed. */
const withOwnHistory = "input[type=search], [data-own-undo], .cm-editor";

const isForUs = (target: EventTarget | null): boolean =>
  !(target instanceof Element && (target.closest(withOwnHistory) || target.closest("[role=dialog]")));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, [role=dialog]") !== null);

export type HistoryKey = "undo" | "redo";

/** Which step of history a key press asks for. */
export const historyKey = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): HistoryKey | undefined => {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : undefined;
};

const focusable =
  "button:not([disabled]):not([tabindex='-1']), a[href], input:not([disabled]), textarea, select, [tabindex='0'], [contenteditable=true]";

/** Where the keyboard was last in each region of the room. */
const lastIn = new WeakMap<Element, HTMLElement>();

const isShown = (element: HTMLElement): boolean => element.isConnected && element.offsetParent !== null;

/**
 * Goes to the next or the previous region of the room (`data-region`), as F6 does in programs of the desk: to where the
 * keyboard was in it, so that a cell is found again after a look at its properties; else to what comes first.
 */
function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(isShown);
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(Math.max(now, step > 0 ? -1 : 0) + step + regions.length) % regions.length];
  if (next === undefined) return;
  const last = lastIn.get(next);
  const inside = last && isShown(last) && next.contains(last) ? last : [...next.querySelectorAll<HTMLElement>(focusable)].find(isShown);
  inside?.focus();
}

/**
 * Undo and redo by keys, anywhere in the room. There is one history, the draft's: what is typed into a field of the page
 * is in the draft at every letter, so the field's own undo, which knows nothing of the rest, never runs there, neither by
 * keys nor by the browser's menu.
 */
export function useDesignerKeys({ onHelp }: { readonly onHelp: () => void }): void {
  const store = useDesignerStore();
  useEffect(() => {
    const turn = (event: Event, key: HistoryKey) => {
      event.preventDefault();
      event.stopPropagation();
      if (key === "undo") store.undo();
      else store.redo();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === "F1" || (event.key === "?" && !isTyping(event.target))) {
        event.preventDefault();
        onHelp();
        return;
      }
      if (event.key === "F6" && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        focusRegion(event.shiftKey ? -1 : 1);
        return;
      }
      const key = historyKey(event);
      if (key && isForUs(event.target)) turn(event, key);
    };
    const onBeforeInput = (event: InputEvent) => {
      if (!isForUs(event.target)) return;
      if (event.inputType === "historyUndo") turn(event, "undo");
      if (event.inputType === "historyRedo") turn(event, "redo");
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      const region = target instanceof HTMLElement ? target.closest("[data-region]") : null;
      if (region && target instanceof HTMLElement) lastIn.set(region, target);
    };
    document.addEventListener("focusin", onFocusIn);
    // Before any field hears of it.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    document.addEventListener("beforeinput", onBeforeInput, { capture: true });
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("keydown", onKeyDown, { capture: true });
      document.removeEventListener("beforeinput", onBeforeInput, { capture: true });
    };
  }, [store, onHelp]);
}

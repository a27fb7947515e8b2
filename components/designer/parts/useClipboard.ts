"use client";

import { type RefObject, useEffect } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { looksLikeFragment, type Place } from "@/lib/template/edit";
import { clipboardText, fillClipboard } from "./clipboardText";
import { usePartActions } from "./usePartActions";

/** Inputs have a clipboard of their own, and so has a table. */
const withOwn = 'input, textarea, select, [contenteditable="true"], [role="grid"], [role="dialog"]';

/**
 * Copies, cuts and pastes the selected parts by the keys of the system while the keyboard is in a part of the screen.
 * `onPasted` brings the keyboard to what was pasted.
 */
export function useClipboard(root: RefObject<HTMLElement | null>, onPasted?: (places: readonly Place[]) => void): void {
  const store = useDesignerStore();
  const actions = usePartActions();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean => {
      const active = document.activeElement;
      return !event.defaultPrevented && active !== null && (root.current?.contains(active) ?? false) && active.closest(withOwn) === null;
    };
    const take = (event: ClipboardEvent, how: "copy" | "cut"): void => {
      const { places } = store.snapshot().selection;
      // Marked text is copied as text.
      if (!isOurs(event) || places.length === 0 || (how === "copy" && document.getSelection()?.isCollapsed === false)) return;
      const text = actions.take(places, how);
      if (text !== undefined) fillClipboard(event, text);
    };
    const onCopy = (event: ClipboardEvent): void => take(event, "copy");
    const onCut = (event: ClipboardEvent): void => take(event, "cut");
    const onPaste = (event: ClipboardEvent): void => {
      const text = clipboardText(event);
      if (!isOurs(event) || !looksLikeFragment(text)) return;
      event.preventDefault();
      const places = actions.put(text);
      if (places) onPasted?.(places);
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [root, store, actions, onPasted]);
}

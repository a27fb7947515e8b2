"use client";

import { type MouseEvent, useCallback } from "react";
import { type Selection, selectionOf, useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { fieldsOfBlock } from "./fieldsOfBlock";

type FieldPlace = Extract<Place, { readonly kind: "field" }>;

const isField = (place: Place, { block, field }: FieldPlace): boolean =>
  place.kind === "field" && place.block === block && place.field === field;

export interface FieldSelection {
  readonly isSelected: boolean;
  /** The keyboard came into the field. */
  readonly onFocus: () => void;
  /** Ctrl adds the field to what is selected or takes it out, Shift selects up to it; the keyboard stays where it is. */
  readonly onMouseDownCapture: (event: MouseEvent) => void;
}

/** Selects a field of a group or a column of a list, one or several. */
export function useFieldSelection(block: string, field: string): FieldSelection {
  const store = useDesignerStore();
  const isSelected = useDesigner(({ selection }) => selection.places.some((place) => isField(place, { kind: "field", block, field })));
  const onFocus = useCallback(() => {
    const place: FieldPlace = { kind: "field", block, field };
    const { focus } = store.snapshot().selection;
    if (!focus || !isField(focus, place)) store.select(selectionOf(place));
  }, [store, block, field]);
  const onMouseDownCapture = useCallback(
    (event: MouseEvent) => {
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const { selection, template } = store.snapshot();
      const order = fieldsOfBlock(template.blocks.find(({ id }) => id === block)).map(({ id }) => id);
      store.select(extendedFields(selection, { kind: "field", block, field }, order, event.shiftKey ? "range" : "toggle"));
    },
    [store, block, field],
  );
  return { isSelected, onFocus, onMouseDownCapture };
}

/** A selection with one more field, without it, or up to it; fields of another block are let go. */
export function extendedFields(selection: Selection, place: FieldPlace, order: readonly string[], how: "range" | "toggle"): Selection {
  const { block, field } = place;
  const chosen = selection.places.filter((each): each is FieldPlace => each.kind === "field" && each.block === block);
  const anchor = selection.anchor?.kind === "field" && selection.anchor.block === block ? selection.anchor : undefined;
  if (how === "range" && anchor) {
    const ends = [order.indexOf(anchor.field), order.indexOf(field)];
    const between = order.slice(Math.min(...ends), Math.max(...ends) + 1);
    return { places: between.map((id) => ({ kind: "field", block, field: id })), anchor, focus: place };
  }
  const others = chosen.filter((each) => each.field !== field);
  if (others.length === chosen.length) return { places: [...chosen, place], anchor: place, focus: place };
  const last = others.at(-1);
  return { places: others, anchor: last, focus: last };
}

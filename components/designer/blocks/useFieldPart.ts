"use client";

import { useTranslations } from "next-intl";
import { type DragSource, useDragSource } from "@/components/designer/dnd";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { type Field, textIn } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import type { TextKey } from "./TextEdit";
import type { FieldFlow } from "./useFieldFlow";
import { type FieldSelection, useFieldSelection } from "./useFieldSelection";
import { type TextSource, usePropertyText } from "./useTextSource";

export interface FieldPart extends FieldSelection {
  readonly name: string;
  readonly label: TextSource;
  readonly drag: DragSource;
  /** Keys of the label: Enter makes the next field, Alt and an arrow move, Backspace removes an empty one. */
  readonly onKey: (key: TextKey) => void;
}

/** A field as a part that is selected, dragged, named and followed by others, wherever it is drawn. */
export function useFieldPart(block: string, field: Field, flow: FieldFlow): FieldPart {
  const t = useTranslations("designerBlocks");
  const store = useDesignerStore();
  const locale = useDesigner(({ textLocale }) => textLocale);
  const name = textIn(field.label, locale).trim() || t("nameless");
  const place: Place = { kind: "field", block, field: field.id };
  const selection = useFieldSelection(block, field.id);
  const label = usePropertyText(place, "label", field.label);
  const drag = useDragSource({
    id: `page field ${block} ${field.id}`,
    dragged: () => {
      const { places } = store.snapshot().selection;
      const together = selection.isSelected && places.length > 1 ? places : [place];
      return { kind: "parts", label: together.length > 1 ? t("properties.several", { count: together.length }) : name, places: together };
    },
  });
  const onKey = ({ event, words }: TextKey): void => {
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowUp" || event.key === "ArrowRight" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      flow.move(field.id, event.key === "ArrowLeft" || event.key === "ArrowUp" ? "back" : "on");
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      flow.add(field.type, field.id);
    } else if (event.key === "Backspace" && words === "") {
      event.preventDefault();
      flow.remove(field.id);
    }
  };
  return { ...selection, name, label, drag, onKey };
}

"use client";

import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { useDropZone } from "@/components/designer/dnd";
import type { Field, Fields } from "@/lib/template";
import { AddField } from "./AddField";
import classes from "./blocks.module.css";
import { FieldSample } from "./FieldSample";
import { FieldTools } from "./FieldTools";
import { gridIndex } from "./gridIndex";
import { TextEdit } from "./TextEdit";
import { type FieldFlow, useFieldFlow } from "./useFieldFlow";
import { useFieldPart } from "./useFieldPart";
import { usePropertyText } from "./useTextSource";

/** A group of single inputs, in the grid that reporters fill. */
export function FieldsEditor({ block }: { readonly block: Fields }) {
  const t = useTranslations("designerBlocks.fields");
  const flow = useFieldFlow(block.id);
  const title = usePropertyText({ kind: "block", block: block.id }, "title", block.title);
  const grid = useRef<HTMLDivElement | null>(null);
  const zone = useDropZone({
    id: `page fields ${block.id}`,
    into: { kind: "fields", block: block.id },
    axis: "x",
    indexAt: (point) =>
      gridIndex(
        [...(grid.current?.children ?? [])].slice(0, block.fields.length).map((card) => card.getBoundingClientRect()),
        point,
      ),
  });
  return (
    <div>
      <TextEdit source={title} label={t("title")} placeholder={t("titlePlaceholder")} whenEmpty="clear" className={classes.blockTitle} />
      <div
        ref={(node) => {
          grid.current = node;
          zone.ref(node);
        }}
        className={classes.fieldGrid}
      >
        {block.fields.map((field, i) => (
          <FieldCard
            key={field.id}
            block={block.id}
            field={field}
            flow={flow}
            isFirst={i === 0}
            isLast={i === block.fields.length - 1}
            mark={zone.mark === i ? "before" : zone.mark === block.fields.length && i === block.fields.length - 1 ? "after" : undefined}
          />
        ))}
        <AddField label={t("add")} onAdd={flow.add} />
      </div>
    </div>
  );
}

interface FieldCardProps {
  readonly block: string;
  readonly field: Field;
  readonly flow: FieldFlow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The side on which what is dragged would be put. */
  readonly mark: "before" | "after" | undefined;
}

const FieldCard = memo(function FieldCard({ block, field, flow, isFirst, isLast, mark }: FieldCardProps) {
  const t = useTranslations("designerBlocks.field");
  const part = useFieldPart(block, field, flow);
  const guidance = usePropertyText({ kind: "field", block, field: field.id }, "guidance", field.guidance);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the label goes to it; the keyboard is there already
    <div
      ref={part.drag.ref}
      className={classes.part}
      data-field
      data-address={`f.${field.id}`}
      data-selected={part.isSelected || undefined}
      data-mark={mark}
      data-dragging={part.drag.isDragging || undefined}
      onFocus={part.onFocus}
      onMouseDownCapture={part.onMouseDownCapture}
    >
      <TextEdit
        source={part.label}
        label={t("label")}
        hint={t("hint")}
        placeholder={t("placeholder")}
        className={classes.fieldLabel}
        width="words"
        onKey={part.onKey}
      />
      <span className={classes.fieldFacts}>
        {field.unit ? `(${field.unit}) ` : ""}
        {field.required ? <b title={t("required")}>*</b> : null}
      </span>
      <FieldSample field={field} />
      {field.guidance ? <TextEdit source={guidance} label={t("guidance")} whenEmpty="clear" className={classes.guidance} /> : null}
      <FieldTools id={field.id} name={part.name} handle={part.drag.handle} flow={flow} isFirst={isFirst} isLast={isLast} />
    </div>
  );
});

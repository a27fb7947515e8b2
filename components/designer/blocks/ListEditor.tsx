"use client";

import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { indexByMiddles, useDropZone } from "@/components/designer/dnd";
import type { Field, List } from "@/lib/template";
import { AddField } from "./AddField";
import classes from "./blocks.module.css";
import { FieldSample } from "./FieldSample";
import { FieldTools } from "./FieldTools";
import { TextEdit } from "./TextEdit";
import { type FieldFlow, useFieldFlow } from "./useFieldFlow";
import { useFieldPart } from "./useFieldPart";
import { usePropertyText } from "./useTextSource";

/** Weights of the columns' widths, as the Word file shares its width: of the numbers, and of a column that has none. */
const ordinalWeight = 5;
const usualWeight = 20;

/** Rows that reporters add: a small table with one empty row. */
export function ListEditor({ block }: { readonly block: List }) {
  const t = useTranslations("designerBlocks.list");
  const flow = useFieldFlow(block.id);
  const title = usePropertyText({ kind: "block", block: block.id }, "title", block.title);
  const heads = useRef<HTMLTableRowElement | null>(null);
  const zone = useDropZone({
    id: `page list ${block.id}`,
    into: { kind: "fields", block: block.id },
    axis: "x",
    indexAt: (point) =>
      indexByMiddles(
        [...(heads.current?.querySelectorAll("[data-field]") ?? [])].map((head) => head.getBoundingClientRect()),
        "x",
        point,
      ),
  });
  const weights = block.columns.reduce((sum, { width }) => sum + (width ?? usualWeight), ordinalWeight);
  const share = (weight: number): string => `${(weight / weights) * 100}%`;
  return (
    <div>
      <TextEdit source={title} label={t("title")} placeholder={t("titlePlaceholder")} className={classes.tableTitle} />
      <div className={classes.listLine}>
        <div ref={zone.ref} className={classes.listScroll}>
          <table className={classes.list}>
            <colgroup>
              <col style={{ width: share(ordinalWeight) }} />
              {block.columns.map(({ id, width }) => (
                <col key={id} style={{ width: share(width ?? usualWeight) }} />
              ))}
            </colgroup>
            <thead>
              <tr ref={heads}>
                <th className={classes.ordinal}>{t("number")}</th>
                {block.columns.map((column, i) => (
                  <ListHead
                    key={column.id}
                    block={block.id}
                    field={column}
                    flow={flow}
                    isFirst={i === 0}
                    isLast={i === block.columns.length - 1}
                    mark={
                      zone.mark === i
                        ? "before"
                        : zone.mark === block.columns.length && i === block.columns.length - 1
                          ? "after"
                          : undefined
                    }
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <td className={classes.ordinal}>1</td>
                {block.columns.map((column) => (
                  <td key={column.id}>
                    <FieldSample field={column} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
        <AddField label={t("add")} onAdd={flow.add} />
      </div>
      <p className={classes.fact}>
        {t("entries", { min: block.min ?? 0, max: block.max ?? 0 })} {t(`combineFact.${block.combine ?? "none"}`)}
      </p>
    </div>
  );
}

interface ListHeadProps {
  readonly block: string;
  readonly field: Field;
  readonly flow: FieldFlow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mark: "before" | "after" | undefined;
}

const ListHead = memo(function ListHead({ block, field, flow, isFirst, isLast, mark }: ListHeadProps) {
  const t = useTranslations("designerBlocks.field");
  const part = useFieldPart(block, field, flow);
  return (
    <th
      ref={part.drag.ref}
      className={classes.part}
      data-field
      data-address={`${block}.${field.id}`}
      data-selected={part.isSelected || undefined}
      data-mark={mark}
      data-dragging={part.drag.isDragging || undefined}
      onFocus={part.onFocus}
      onMouseDownCapture={part.onMouseDownCapture}
    >
      <TextEdit
        source={part.label}
        label={t("columnLabel")}
        hint={t("columnHint")}
        placeholder={t("columnPlaceholder")}
        onKey={part.onKey}
      />
      <span className={classes.fieldFacts}>
        {field.unit ? `(${field.unit}) ` : ""}
        {field.required ? <b title={t("required")}>*</b> : null}
      </span>
      <FieldTools id={field.id} name={part.name} handle={part.drag.handle} flow={flow} isFirst={isFirst} isLast={isLast} />
    </th>
  );
});

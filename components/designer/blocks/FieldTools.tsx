"use client";

import { IconArrowLeft, IconArrowRight, IconCopy, IconGripVertical, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { DragHandle } from "@/components/designer/dnd";
import { BlockTools, ToolButton } from "./BlockTools";
import classes from "./blocks.module.css";
import type { FieldFlow } from "./useFieldFlow";

interface FieldToolsProps {
  readonly id: string;
  readonly name: string;
  readonly handle: DragHandle;
  readonly flow: FieldFlow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What can be done with a field of a group or a column of a list. */
export function FieldTools({ id, name, handle, flow, isFirst, isLast }: FieldToolsProps) {
  const t = useTranslations("designerBlocks.field");
  return (
    <BlockTools label={t("tools", { name })}>
      <button type="button" className={classes.tool} data-grip aria-label={t("drag", { name })} title={t("dragHint")} {...handle}>
        <IconGripVertical size={14} aria-hidden />
      </button>
      <ToolButton label={t("moveBack")} keys="Alt+←" icon={IconArrowLeft} disabled={isFirst} onClick={() => flow.move(id, "back")} />
      <ToolButton label={t("moveOn")} keys="Alt+→" icon={IconArrowRight} disabled={isLast} onClick={() => flow.move(id, "on")} />
      <ToolButton label={t("duplicate")} icon={IconCopy} onClick={() => flow.duplicate(id)} />
      <ToolButton label={t("remove")} icon={IconTrash} tone="danger" disabled={isFirst && isLast} onClick={() => flow.remove(id)} />
    </BlockTools>
  );
}

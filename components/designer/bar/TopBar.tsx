"use client";

import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { textIn } from "@/lib/template";
import classes from "./bar.module.css";
import { PanelToggle } from "./PanelToggle";

interface TopBarProps {
  readonly left: ComponentProps<typeof PanelToggle>;
  readonly right: ComponentProps<typeof PanelToggle>;
}

/** What is done with the template as a whole. */
export function TopBar({ left, right }: TopBarProps) {
  const t = useTranslations("designer.bar");
  const store = useDesignerStore();
  const title = useDesigner(({ template, textLocale }) => textIn(template.title, textLocale));
  const canUndo = useDesigner(({ undo }) => undo !== undefined);
  const canRedo = useDesigner(({ redo }) => redo !== undefined);
  return (
    <div className={classes.bar}>
      <PanelToggle {...left} />
      <h1 className={classes.title} title={title}>
        {title}
      </h1>
      <Group gap={4} wrap="nowrap">
        <Tooltip label={t("undo")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("undo")} aria-disabled={!canUndo} onClick={() => store.undo()}>
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("redo")}>
          <ActionIcon variant="subtle" color="gray" aria-label={t("redo")} aria-disabled={!canRedo} onClick={() => store.redo()}>
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <PanelToggle {...right} />
    </div>
  );
}

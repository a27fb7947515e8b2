"use client";

import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { useStepWords } from "./useStepWords";

/** Takes the last step back, and does it again; told by name. */
export function UndoRedo() {
  const t = useTranslations("designer.bar");
  const store = useDesignerStore();
  const words = useStepWords();
  const undo = useDesigner((snapshot) => snapshot.undo);
  const redo = useDesigner((snapshot) => snapshot.redo);
  const undoName = undo ? t("undoStep", { what: words(undo) }) : t("undoNothing");
  const redoName = redo ? t("redoStep", { what: words(redo) }) : t("redoNothing");
  // Not `disabled`: a button that was pressed keeps the focus when there is nothing left to take back.
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={`${undoName} (Ctrl+Z)`} multiline maw={320}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={undoName}
          aria-disabled={!undo}
          data-disabled={!undo || undefined}
          onClick={store.undo}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoName} (Ctrl+Y)`} multiline maw={320}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={redoName}
          aria-disabled={!redo}
          data-disabled={!redo || undefined}
          onClick={store.redo}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

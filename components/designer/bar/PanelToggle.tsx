"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLayoutSidebarRightCollapse,
  IconLayoutSidebarRightExpand,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { PanelState } from "./usePanel";

interface PanelToggleProps {
  readonly panel: PanelState;
  readonly label: string;
  readonly id: string;
}

const icons = {
  left: { open: IconLayoutSidebarLeftExpand, close: IconLayoutSidebarLeftCollapse },
  right: { open: IconLayoutSidebarRightExpand, close: IconLayoutSidebarRightCollapse },
} as const;

/** Opens and closes a panel at a side. */
export function PanelToggle({ panel, label, id }: PanelToggleProps) {
  const t = useTranslations("designer.panel");
  const act = panel.opened ? "close" : "open";
  const name = t(act, { label });
  const Icon = icons[panel.side][act];
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" color="gray" aria-label={name} aria-expanded={panel.opened} aria-controls={id} onClick={panel.toggle}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

"use client";

import { Button } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconCloudX } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import classes from "./report.module.css";
import type { SaveState } from "./saveQueue";

interface SaveIndicatorProps {
  readonly state: SaveState;
  readonly onRetry: () => void;
}

/** Where autosaving stands, in words. */
export function SaveIndicator({ state, onRetry }: SaveIndicatorProps) {
  const t = useTranslations("fill.save");
  const format = useFormatter();
  const icons = {
    saved: IconCloudCheck,
    waiting: IconCloudUp,
    saving: IconCloudUp,
    offline: IconCloudOff,
    refused: IconCloudX,
  } as const;
  const Icon = icons[state.kind];
  const words =
    state.kind === "saved" && state.at
      ? t("savedAt", {
          time: format.dateTime(state.at, "time"),
        })
      : t(state.kind);
  return (
    <span className={classes.save} data-kind={state.kind} role="status">
      <Icon size={17} aria-hidden />
      {words}
      {state.kind === "offline" || state.kind === "refused" ? (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t("retry")}
        </Button>
      ) : null}
    </span>
  );
}

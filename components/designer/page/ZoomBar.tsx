"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import classes from "./page.module.css";
import { type Zoom, zoomSteps } from "./useZoom";

/** How large the page is shown. */
export function ZoomBar({ zoom, isFitted, choose, step }: Omit<Zoom, "ref">) {
  const t = useTranslations("designerPage.zoom");
  const format = useFormatter();
  const percent = (value: number): string => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return (
    <div className={classes.zoomBar} role="toolbar" aria-label={t("label")}>
      <Tooltip label={t("out")}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("out")} disabled={zoom <= 0.5} onClick={() => step(-1)}>
          <IconZoomOut size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <select
        className={classes.zoomSelect}
        aria-label={t("label")}
        value={isFitted ? "fit" : String(zoom)}
        onChange={({ currentTarget }) => choose(currentTarget.value === "fit" ? "fit" : Number(currentTarget.value))}
      >
        <option value="fit">{t("fitted", { zoom: percent(zoom) })}</option>
        {zoomSteps.map((each) => (
          <option key={each} value={String(each)}>
            {percent(each)}
          </option>
        ))}
      </select>
      <Tooltip label={t("in")}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("in")} disabled={zoom >= 1.5} onClick={() => step(1)}>
          <IconZoomIn size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("fit")}>
        <ActionIcon
          variant={isFitted ? "light" : "subtle"}
          color={isFitted ? undefined : "gray"}
          size={24}
          aria-label={t("fit")}
          aria-pressed={isFitted}
          onClick={() => choose("fit")}
        >
          <IconArrowAutofitWidth size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

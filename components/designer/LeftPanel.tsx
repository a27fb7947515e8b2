"use client";

import { Tabs } from "@mantine/core";
import { useTranslations } from "next-intl";
import { IndicatorPalette } from "./catalogue";
import classes from "./designer.module.css";
import { Outline } from "./outline";
import { Palette } from "./palette";

/** What can be put on the page, and what stands on it. */
export function LeftPanel() {
  const t = useTranslations("designer.tab");
  return (
    <Tabs defaultValue="palette" className={classes.tabs} keepMounted={false}>
      <Tabs.List grow aria-label={t("label")}>
        <Tabs.Tab value="palette">{t("palette")}</Tabs.Tab>
        <Tabs.Tab value="catalogue">{t("catalogue")}</Tabs.Tab>
        <Tabs.Tab value="outline">{t("outline")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="palette" className={`${classes.tabPanel} ${classes.stacked}`}>
        <Palette />
        <Outline />
      </Tabs.Panel>
      <Tabs.Panel value="catalogue" className={classes.tabPanel}>
        <IndicatorPalette />
      </Tabs.Panel>
      <Tabs.Panel value="outline" className={classes.tabPanel}>
        <Outline />
      </Tabs.Panel>
    </Tabs>
  );
}

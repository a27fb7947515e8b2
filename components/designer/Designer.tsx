"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DraftDetail } from "@/lib/service/designTypes";
import { SidePanel } from "./bar/SidePanel";
import { TopBar } from "./bar/TopBar";
import { usePanel } from "./bar/usePanel";
import classes from "./designer.module.css";
import { DndRoom } from "./dnd";
import { FormulaBar } from "./formula";
import { LeftPanel } from "./LeftPanel";
import { PageCanvas } from "./page";
import { PropertiesPanel } from "./properties/PropertiesPanel";
import { browserKeep, createDesignerStore, DesignerProvider, draftApi, newUuid, openWindows } from "./store";

interface DesignerProps {
  readonly detail: DraftDetail;
  readonly accountId: string;
}

/** The room in which a template is designed. */
export function Designer({ detail, accountId }: DesignerProps) {
  const locale = useLocale();
  const [store] = useState(() => {
    const here = typeof window !== "undefined";
    return createDesignerStore({
      detail,
      accountId,
      clientId: newUuid(),
      api: draftApi(detail.templateId),
      keep: here ? browserKeep(window.indexedDB, { accountId, versionId: detail.versionId }) : undefined,
      windows: here ? openWindows() : undefined,
      newId: newUuid,
      now: () => new Date(),
      textLocale: locale,
    });
  });
  useEffect(() => store.start(), [store]);
  return (
    <DesignerProvider store={store}>
      <DndRoom>
        <Room />
      </DndRoom>
    </DesignerProvider>
  );
}

const leftId = "designer-left";
const rightId = "designer-right";

function Room() {
  const t = useTranslations("designer.panel");
  const left = usePanel("left", { initial: 256, least: 240, most: 420 });
  const right = usePanel("right", { initial: 288, least: 280, most: 460 });
  return (
    <div className={classes.room}>
      <TopBar left={{ panel: left, label: t("left"), id: leftId }} right={{ panel: right, label: t("right"), id: rightId }} />
      <div className={classes.middle}>
        <SidePanel panel={left} label={t("left")} id={leftId}>
          <LeftPanel />
        </SidePanel>
        <div className={classes.page}>
          <FormulaBar />
          <PageCanvas />
        </div>
        <SidePanel panel={right} label={t("right")} id={rightId}>
          <PropertiesPanel />
        </SidePanel>
      </div>
    </div>
  );
}

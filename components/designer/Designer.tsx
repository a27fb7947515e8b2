"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DraftDetail } from "@/lib/service/designTypes";
import { SidePanel } from "./bar/SidePanel";
import { TopBar } from "./bar/TopBar";
import classes from "./designer.module.css";
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
      <Room />
    </DesignerProvider>
  );
}

function Room() {
  const t = useTranslations("designer");
  return (
    <div className={classes.room}>
      <TopBar />
      <div className={classes.middle}>
        <SidePanel side="left" label={t("panel.left")} initial={256} least={240} most={420}>
          {null}
        </SidePanel>
        <section className={classes.page} aria-label={t("panel.page")}>
          {null}
        </section>
        <SidePanel side="right" label={t("panel.right")} initial={288} least={280} most={460}>
          {null}
        </SidePanel>
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DraftDetail } from "@/lib/service/designTypes";
import { SidePanel } from "./bar/SidePanel";
import { TopBar } from "./bar/TopBar";
import classes from "./designer.module.css";
import { createDesignerStore, DesignerProvider } from "./store";

interface DesignerProps {
  readonly detail: DraftDetail;
  readonly accountId: string;
}

/** The room in which a template is designed. */
export function Designer({ detail, accountId }: DesignerProps) {
  const [store] = useState(() =>
    createDesignerStore({ detail, accountId, clientId: crypto.randomUUID(), newId: () => crypto.randomUUID() }),
  );
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

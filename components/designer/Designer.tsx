"use client";

import { useDisclosure } from "@mantine/hooks";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Day } from "@/lib/period";
import type { DraftDetail } from "@/lib/service/designTypes";
import { ConflictDialog } from "./bar/ConflictDialog";
import { Notices } from "./bar/Notices";
import { SidePanel } from "./bar/SidePanel";
import { TopBar } from "./bar/TopBar";
import { useDesignerKeys } from "./bar/useDesignerKeys";
import { usePanel } from "./bar/usePanel";
import classes from "./designer.module.css";
import { DndRoom } from "./dnd";
import { FormulaBar } from "./formula";
import { LeftPanel } from "./LeftPanel";
import { PageCanvas } from "./page";
import { PreviewPanel } from "./preview/PreviewPanel";
import { ProblemsPanel } from "./problems/ProblemsPanel";
import { useChecks } from "./problems/useChecks";
import { PropertiesPanel } from "./properties/PropertiesPanel";
import { browserKeep, createDesignerStore, DesignerProvider, draftApi, newUuid, openWindows } from "./store";

interface DesignerProps {
  readonly detail: DraftDetail;
  readonly accountId: string;
  /** Today in Vietnam. */
  readonly today: Day;
}

/** The room in which a template is designed. */
export function Designer({ detail, accountId, today }: DesignerProps) {
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
        <Room detail={detail} today={today} />
      </DndRoom>
    </DesignerProvider>
  );
}

const leftId = "designer-left";
const rightId = "designer-right";

/** What is open beside the page. */
type Beside = "nothing" | "preview";

function Room({ detail, today }: Pick<DesignerProps, "detail" | "today">) {
  const t = useTranslations("designer.panel");
  const left = usePanel("left", { initial: 256, least: 240, most: 420 });
  const right = usePanel("right", { initial: 288, least: 280, most: 460 });
  const [problemsOpened, problems] = useDisclosure(false);
  const [beside, setBeside] = useState<Beside>("nothing");
  useChecks();
  useDesignerKeys({ onHelp: () => undefined });
  return (
    <div className={classes.room}>
      <TopBar
        left={{ panel: left, label: t("left"), id: leftId }}
        right={{ panel: right, label: t("right"), id: rightId }}
        publishedVersion={detail.publishedVersion}
        mayPublish={detail.mayPublish}
        problemsOpened={problemsOpened}
        jsonOpened={false}
        onProblems={problems.toggle}
        onPreview={() => setBeside("preview")}
        onJson={() => undefined}
        onPublish={() => undefined}
        onHelp={() => undefined}
      />
      <div className={classes.middle}>
        <SidePanel panel={left} label={t("left")} id={leftId}>
          <LeftPanel />
        </SidePanel>
        <div className={classes.page}>
          <FormulaBar />
          <div className={classes.canvas}>
            <PageCanvas />
          </div>
          {problemsOpened ? <ProblemsPanel onClose={problems.close} /> : null}
        </div>
        <SidePanel panel={right} label={t("right")} id={rightId}>
          <PropertiesPanel />
        </SidePanel>
      </div>
      <PreviewPanel opened={beside === "preview"} onClose={() => setBeside("nothing")} today={today} />
      <ConflictDialog />
      <Notices />
    </div>
  );
}

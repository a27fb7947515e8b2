"use client";

import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
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
import { KeyHelp } from "./help/KeyHelp";
import type { JsonDraft } from "./json/jsonDraft";
import { LeftPanel } from "./LeftPanel";
import { PageCanvas } from "./page";
import { PreviewPanel } from "./preview/PreviewPanel";
import { ProblemsPanel } from "./problems/ProblemsPanel";
import { useChecks } from "./problems/useChecks";
import { PropertiesPanel } from "./properties/PropertiesPanel";
import { PublishDialog } from "./publish/PublishDialog";
import { SmallScreen } from "./SmallScreen";
import { browserKeep, createDesignerStore, DesignerProvider, draftApi, FollowLater, newUuid, openWindows } from "./store";

/** The editor of JSON is large, and not everybody opens it. */
const JsonPanel = dynamic(() => import("./json/JsonPanel").then((file) => file.JsonPanel), { ssr: false });

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

/** Below this nothing can be designed with comfort; it can be read. */
const small = "(max-width: 48em)";

/** What lies over the room. */
type Over = "nothing" | "preview" | "publish" | "keys";

function Room({ detail, today }: Pick<DesignerProps, "detail" | "today">) {
  const t = useTranslations("designer.panel");
  const left = usePanel("left", { initial: 256, least: 240, most: 420 });
  const right = usePanel("right", { initial: 288, least: 280, most: 460 });
  const [problemsOpened, problems] = useDisclosure(false);
  const [jsonOpened, json] = useDisclosure(false);
  const [over, setOver] = useState<Over>("nothing");
  const jsonDraft = useRef<JsonDraft>(undefined);
  const isSmall = useMediaQuery(small, false);
  const close = useCallback(() => setOver("nothing"), []);
  const showKeys = useCallback(() => setOver("keys"), []);
  useChecks();
  useDesignerKeys({ onHelp: showKeys });

  const overlays = (
    <>
      <PreviewPanel opened={over === "preview"} onClose={close} today={today} />
      <PublishDialog
        templateId={detail.templateId}
        publishedVersion={detail.publishedVersion}
        opened={over === "publish"}
        onClose={close}
      />
      <KeyHelp opened={over === "keys"} onClose={close} />
      <ConflictDialog />
      <Notices />
    </>
  );
  if (isSmall) {
    return (
      <>
        <SmallScreen onPreview={() => setOver("preview")} />
        {overlays}
      </>
    );
  }
  return (
    <div className={classes.room}>
      <TopBar
        left={{ panel: left, label: t("left"), id: leftId }}
        right={{ panel: right, label: t("right"), id: rightId }}
        publishedVersion={detail.publishedVersion}
        mayPublish={detail.mayPublish}
        problemsOpened={problemsOpened}
        jsonOpened={jsonOpened}
        onProblems={problems.toggle}
        onPreview={() => setOver("preview")}
        onJson={json.toggle}
        onPublish={() => setOver("publish")}
        onHelp={showKeys}
      />
      <div className={classes.middle}>
        <SidePanel panel={left} label={t("left")} id={leftId}>
          <FollowLater>
            <LeftPanel />
          </FollowLater>
        </SidePanel>
        <div className={classes.page} data-region="page">
          {jsonOpened ? (
            <JsonPanel draft={jsonDraft} readOnly={false} onClose={json.close} />
          ) : (
            <>
              <FormulaBar />
              <div className={classes.canvas}>
                <PageCanvas />
              </div>
            </>
          )}
          {problemsOpened ? <ProblemsPanel onClose={problems.close} /> : null}
        </div>
        <SidePanel panel={right} label={t("right")} id={rightId}>
          <FollowLater>
            <PropertiesPanel />
          </FollowLater>
        </SidePanel>
      </div>
      {overlays}
    </div>
  );
}

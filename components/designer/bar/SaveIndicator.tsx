"use client";

import { Button, Popover, Text } from "@mantine/core";
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconCloudX, type TablerIcon } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { type SaveState, useDesigner, useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import classes from "./bar.module.css";

const icons: Readonly<Record<SaveState["kind"], TablerIcon>> = {
  saved: IconCloudCheck,
  unsaved: IconCloudUp,
  saving: IconCloudUp,
  offline: IconCloudOff,
  conflict: IconAlertTriangle,
  refused: IconCloudX,
};

/** Where saving stands, in words; what is wrong and what to do about it opens from it. */
export function SaveIndicator() {
  const t = useTranslations("designer.save");
  const format = useFormatter();
  const say = useSay();
  const store = useDesignerStore();
  const save = useDesigner((snapshot) => snapshot.save);
  const Icon = icons[save.kind];
  const words = save.kind === "saved" && save.at ? t("savedAt", { time: format.dateTime(save.at, "time") }) : t(save.kind);
  const state = (
    <span className={classes.save} data-kind={save.kind}>
      <Icon size={17} aria-hidden />
      <span className={classes.saveWords}>{words}</span>
    </span>
  );
  return (
    <>
      {save.kind === "offline" || save.kind === "refused" ? (
        <Popover position="bottom-end" shadow="md" width={320} trapFocus>
          <Popover.Target>
            <button type="button" className={classes.saveButton}>
              {state}
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={words}>
            <Text size="sm">{t(save.kind === "offline" ? "offlineHint" : "refusedHint")}</Text>
            {save.kind === "refused" ? (
              <ul className={classes.saveProblems}>
                {save.problems.slice(0, 5).map((problem) => (
                  <li key={`${problem.code} ${problem.at}`}>{say(problem)}</li>
                ))}
              </ul>
            ) : null}
            <Button size="compact-sm" variant="default" mt="xs" onClick={() => void store.flush()}>
              {t("retry")}
            </Button>{" "}
            {save.kind === "refused" ? (
              <Button size="compact-sm" variant="default" mt="xs" onClick={() => window.location.reload()}>
                {t("reload")}
              </Button>
            ) : null}
          </Popover.Dropdown>
        </Popover>
      ) : (
        state
      )}
      {/* Every save would be too much to hear; what needs the person is told. */}
      <span className={classes.unseen} role="status">
        {save.kind === "offline" || save.kind === "refused" || save.kind === "conflict" ? words : ""}
      </span>
    </>
  );
}

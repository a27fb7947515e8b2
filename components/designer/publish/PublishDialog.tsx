"use client";

import { Anchor, Button, Group, Loader, Modal, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconSend } from "@tabler/icons-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { AssignButton } from "@/components/assign";
import { partName, useNames } from "@/components/designer/dnd";
import { groupProblems } from "@/components/designer/problems/groupProblems";
import { noSelection, selectionOf, useDesignerStore } from "@/components/designer/store";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { TextLink } from "@/components/ui/TextLink";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { VersionDifferences } from "@/lib/service/designTypes";
import type { Place } from "@/lib/template/edit";
import classes from "./publish.module.css";

interface PublishDialogProps {
  readonly templateId: string;
  /** The version in force. */
  readonly publishedVersion: number | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Changes told at once. */
const shownChanges = 100;

type State =
  | { readonly kind: "checking" }
  | { readonly kind: "notSaved" }
  | { readonly kind: "checked"; readonly revision: number; readonly problems: readonly Problem[] }
  | { readonly kind: "publishing"; readonly revision: number; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] }
  | { readonly kind: "published"; readonly version: number };

/** Checks the draft on the server, shows what blocks and what warns, publishes it, and says what comes next. */
export function PublishDialog({ opened, onClose, ...given }: PublishDialogProps) {
  const t = useTranslations("designer.publish");
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t("title")} closeButtonProps={{ "aria-label": t("cancel") }}>
      {opened ? <Publishing {...given} onClose={onClose} /> : null}
    </Modal>
  );
}

function Publishing({ templateId, publishedVersion, onClose }: Omit<PublishDialogProps, "opened">) {
  const t = useTranslations("designer.publish");
  const store = useDesignerStore();
  const [state, setState] = useState<State>({ kind: "checking" });

  const check = useCallback(async () => {
    setState({ kind: "checking" });
    if (!(await store.flush())) return setState({ kind: "notSaved" });
    const answer = await callApi<{ readonly revision: number; readonly problems: readonly Problem[] }>(
      "POST",
      `/templates/${templateId}/draft/check`,
    );
    setState(answer.ok ? { kind: "checked", ...answer.value } : { kind: "failed", problems: answer.error.problems });
  }, [store, templateId]);
  useEffect(() => void check(), [check]);

  const publish = async (revision: number, problems: readonly Problem[]) => {
    setState({ kind: "publishing", revision, problems });
    const answer = await callApi<{ readonly version: number }>("POST", `/templates/${templateId}/publication`, { revision });
    setState(answer.ok ? { kind: "published", version: answer.value.version } : { kind: "failed", problems: answer.error.problems });
  };
  const go = (place: Place) => {
    store.select(place.kind === "document" ? noSelection : selectionOf(place));
    onClose();
  };

  switch (state.kind) {
    case "checking":
      return (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text size="sm">{t("checking")}</Text>
        </Group>
      );
    case "notSaved":
      return (
        <Stack gap="sm">
          <Text size="sm" role="alert">
            {t("notSaved")}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void check()}>
              {t("again")}
            </Button>
          </Group>
        </Stack>
      );
    case "failed":
      return (
        <Stack gap="sm">
          <ProblemList title={t("failed")} problems={state.problems} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void check()}>
              {t("again")}
            </Button>
          </Group>
        </Stack>
      );
    case "published":
      return (
        <Stack gap="sm">
          <Done words={t("done", { version: state.version })} />
          <Text size="sm">{t("next")}</Text>
          <Group justify="flex-end">
            <TextLink href="/templates">{t("library")}</TextLink>
            <Button component={Link} href={`/templates/${templateId}`} variant="default">
              {t("view")}
            </Button>
            <AssignButton templateId={templateId} variant="filled" />
          </Group>
        </Stack>
      );
    default: {
      const errors = state.problems.filter(({ severity }) => severity === "error");
      const warnings = state.problems.filter(({ severity }) => severity === "warning");
      return (
        <Stack gap="sm">
          {errors.length === 0 ? (
            <p className={classes.done}>
              <IconCircleCheck size={18} aria-hidden />
              {t("fine")}
            </p>
          ) : (
            <Found title={t("blocked", { count: errors.length })} problems={errors} severity="error" onGo={go} />
          )}
          {warnings.length > 0 ? (
            <Found title={t("warnings", { count: warnings.length })} problems={warnings} severity="warning" onGo={go} />
          ) : null}
          {publishedVersion === null ? (
            <Text size="sm">{t("first")}</Text>
          ) : (
            <Changes templateId={templateId} version={publishedVersion} revision={state.revision} />
          )}
          <Text size="sm">{t("frozen")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button
              leftSection={<IconSend size={16} aria-hidden />}
              disabled={errors.length > 0}
              loading={state.kind === "publishing"}
              onClick={() => void publish(state.revision, state.problems)}
            >
              {t("confirm")}
            </Button>
          </Group>
        </Stack>
      );
    }
  }
}

/** Says that it is done. The button that was pressed is gone: the keyboard goes on here. */
function Done({ words }: { readonly words: string }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <p ref={told} tabIndex={-1} className={classes.done} role="status">
      <IconCircleCheck size={20} aria-hidden />
      {words}
    </p>
  );
}

interface ChangesProps {
  readonly templateId: string;
  /** In force. */
  readonly version: number;
  /** Of the draft: another one has other changes. */
  readonly revision: number;
}

/** What the draft changes against the version in force, in words. */
function Changes({ templateId, version, revision }: ChangesProps) {
  const t = useTranslations("designer.publish");
  const say = useSay();
  const locale = useLocale();
  const [told, setTold] = useState<VersionDifferences>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft of another revision has other changes
  useEffect(() => {
    let stopped = false;
    const query = new URLSearchParams({ from: String(version), to: "draft", locale });
    void callApi<VersionDifferences>("GET", `/templates/${templateId}/differences?${query}`).then((answer) => {
      if (answer.ok && !stopped) setTold(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [templateId, version, revision, locale]);
  if (!told) return null;
  if (told.total === 0) return <Text size="sm">{t("noChanges", { version })}</Text>;
  const left = told.total - shownChanges;
  return (
    <section aria-label={t("changes", { version })}>
      <Text size="sm" fw={650}>
        {t("changes", { version })}
      </Text>
      <ul className={classes.changes}>
        {told.items.slice(0, shownChanges).map(({ words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity and are never reordered in place
          <li key={index}>{say({ ...words, at: "", severity: "warning" })}</li>
        ))}
        {left > 0 ? <li>{t("more", { count: left })}</li> : null}
      </ul>
    </section>
  );
}

interface FoundProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly severity: Problem["severity"];
  readonly onGo: (place: Place) => void;
}

/** Problems of one severity, by place; each leads to it. */
function Found({ title, problems, severity, onGo }: FoundProps) {
  const store = useDesignerStore();
  const names = useNames();
  const say = useSay();
  const { template } = store.snapshot();
  return (
    <section className={classes.found} data-severity={severity} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {groupProblems(template, problems)
          .flatMap((group) => group.problems)
          .map(({ problem, place }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity and are never reordered in place
            <li key={index}>
              <Anchor component="button" type="button" ta="left" onClick={() => onGo(place)}>
                {place.kind === "document" ? null : <b>{partName(names(), place)}: </b>}
                {say(problem)}
              </Anchor>
            </li>
          ))}
      </ul>
    </section>
  );
}

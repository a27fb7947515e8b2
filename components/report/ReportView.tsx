"use client";

import { ActionIcon, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconArrowForwardUp, IconFileTypeDocx } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { readCellText, shownText } from "@/components/grid/cellText";
import { callApi } from "@/components/ui/apiClient";
import { DeadlineText } from "@/components/ui/DeadlineText";
import { PageHeader } from "@/components/ui/PageHeader";
import { ProblemList } from "@/components/ui/ProblemList";
import { StateBadge } from "@/components/ui/StateBadge";
import { entered, entryPlaces, narrativeFindings, openForm, tableView } from "@/lib/form";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import { fail, ok } from "@/lib/result";
import type { ReportDetail, SaveOutput, TransitionOutput } from "@/lib/service/types";
import { fillText, type Text, type TextParams } from "@/lib/template";
import { ConflictDialog } from "./ConflictDialog";
import { EventTimeline } from "./EventTimeline";
import { entryId } from "./entryId";
import { FindingsPanel } from "./FindingsPanel";
import { placeNames } from "./placeNames";
import { ReportContent } from "./ReportContent";
import { type ReportScope, ReportScopeProvider, useReport } from "./ReportContext";
import classes from "./report.module.css";
import { createReportStore } from "./reportStore";
import { SaveIndicator } from "./SaveIndicator";
import { SubmitSummary } from "./SubmitSummary";
import { type Step, WorkflowBar } from "./WorkflowBar";

export interface ReportViewProps {
  readonly detail: ReportDetail;
  readonly account: string;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  readonly periodLabel: string;
  readonly params: TextParams;
  /** Formulas in words, by table and formula: told by the server, since telling needs the parser. */
  readonly formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A report to fill or to read. */
export function ReportView(props: ReportViewProps) {
  const { detail, account, params, formulas } = props;
  const locale = useLocale();
  const [strict, setStrict] = useState(false);
  const reveals = useRef(new Set<(at: string) => boolean>());

  const [store] = useState(() =>
    createReportStore({
      account,
      report: detail.id,
      revision: detail.revision,
      clientId: entryId(),
      form: openForm(detail.compiled, detail.context, detail.content),
      narrative: detail.content.narrative,
      narrativeFindings: (narrative) => narrativeFindings(detail.compiled, narrative),
      readText: (info, text) => readCellText(info, text, locale),
      placeOf: entryPlaces(detail.template),
      send: (input) => callApi<SaveOutput>("PATCH", `/reports/${detail.id}/values`, input),
      storage: typeof window === "undefined" || !detail.editable ? undefined : window.localStorage,
      now: () => new Date(),
    }),
  );

  const words = useCallback(
    (text: Text) =>
      fillText(text, params, locale, (ref) => {
        const cell = store.form.index(ref as CellAddress);
        return cell === undefined ? undefined : shownText(store.form.info(cell), store.form.read(cell), locale) || "…";
      }),
    [params, locale, store],
  );
  const scope = useMemo<ReportScope>(
    () => ({
      store,
      editable: detail.editable,
      words,
      view: (table) => tableView(store.form, table),
      formulaInWords: (table: string, cell: CellIndex) => {
        const { formula } = store.form.info(cell);
        return formula === undefined ? undefined : (formulas[table]?.[formula] ?? formula);
      },
      register: (reveal) => {
        reveals.current.add(reveal);
        return () => {
          reveals.current.delete(reveal);
        };
      },
      onOpen: undefined,
      strict,
    }),
    [store, detail.editable, words, formulas, strict],
  );
  const jump = useCallback((at: string) => {
    for (const reveal of reveals.current) if (reveal(at)) return;
    const element = document.querySelector<HTMLElement>(`[data-address="${CSS.escape(at)}"]`);
    element?.scrollIntoView({ block: "center" });
    element?.focus();
  }, []);

  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);

  return (
    <ReportScopeProvider scope={scope}>
      <ReportFrame {...props} jump={jump} onStrict={() => setStrict(true)} strict={strict} />
    </ReportScopeProvider>
  );
}

interface ReportFrameProps extends ReportViewProps {
  readonly jump: (at: string) => void;
  readonly strict: boolean;
  readonly onStrict: () => void;
}

function ReportFrame({ detail, today, periodLabel, jump, strict, onStrict }: ReportFrameProps) {
  const { store, snapshot, words, editable } = useReport();
  const t = useTranslations("fill");
  const format = useFormatter();
  const router = useRouter();
  const [findingsOpen, setFindingsOpen] = useState(false);
  const nameOf = useMemo(() => placeNames(detail.template, words, (of) => store.form.entries(of)), [detail.template, words, store]);
  const restored = useRef(false);

  useEffect(() => {
    if (!editable || restored.current) return;
    restored.current = true;
    const count = store.restore();
    if (count > 0) notifications.show({ message: t("restored", { count }), autoClose: 8000 });
  }, [editable, store, t]);

  useEffect(() => {
    if (!editable) return;
    const leave = (event: BeforeUnloadEvent) => {
      const { edits, narrative, entries } = store.queue.pending();
      if (edits.size + narrative.size + entries.size === 0) return;
      void store.queue.flush();
      event.preventDefault();
    };
    const online = () => void store.queue.flush();
    window.addEventListener("beforeunload", leave);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("online", online);
    };
  }, [editable, store]);

  const errors = snapshot.findings.filter((finding) => finding.severity === "error").length + snapshot.invalid.size;
  const perform = async (step: Step) => {
    if (editable && !(await store.queue.flush())) {
      const state = store.queue.state();
      return fail(
        state.kind === "refused"
          ? state.failure
          : { status: 0, problems: [{ code: "shell.noAnswer", params: {}, at: "", severity: "error" }] as const, retryAfter: undefined },
      );
    }
    const answer = await callApi<TransitionOutput>("POST", `/reports/${detail.id}/transitions`, {
      ...step,
      revision: store.queue.revision(),
    });
    if (!answer.ok) return answer;
    router.refresh();
    return ok(answer.value);
  };

  const last = detail.events.at(-1);
  const sentBack = last && (last.action === "return" || last.action === "reject" || last.action === "reopen") ? last : undefined;
  const revised = detail.events.at(-1)?.action === "revise" ? detail.events.at(-2) : undefined;
  const complaint = sentBack ?? (revised?.reason ? revised : undefined);
  const { save } = snapshot;

  return (
    <div className={classes.report}>
      <PageHeader
        title={words(detail.template.title)}
        meta={
          <span className={classes.meta}>
            <StateBadge state={detail.state} />
            <span>{t("unitPeriod", { unit: detail.unit.name, period: periodLabel })}</span>
            <span>
              {t("deadline")} <DeadlineText deadline={detail.deadline} today={today} late={detail.late} done={detail.sentAt !== null} />
            </span>
            {detail.documentNumber && detail.documentDate ? (
              <span>
                {t("document", {
                  number: detail.documentNumber,
                  date: format.dateTime(new Date(`${detail.documentDate}T00:00:00Z`), "day"),
                })}
              </span>
            ) : null}
          </span>
        }
        actions={
          <>
            <Button
              component="a"
              href={`/api/v1/reports/${detail.id}/document.docx`}
              download
              variant="default"
              leftSection={<IconFileTypeDocx size={17} aria-hidden />}
            >
              {t("download")}
            </Button>
            <WorkflowBar
              actions={detail.actions}
              today={today}
              errors={errors}
              perform={perform}
              onJump={jump}
              submission={() => {
                const held = detail.compiled.narratives.flatMap(({ id }) => {
                  const doc = store.narrative(id);
                  return doc ? [[id, doc] as const] : [];
                });
                const there = entered(store.form, Object.fromEntries(held));
                return { empty: there.nothing, summary: (go) => <SubmitSummary entered={there} nameOf={nameOf} onJump={go} /> };
              }}
              onBlocked={() => {
                onStrict();
                setFindingsOpen(true);
              }}
            />
          </>
        }
      />
      {complaint?.reason ? (
        <div className={classes.complaint} role="note">
          <b>{complaint.action === "reject" ? t("rejected") : t("returned")}</b>
          <span className={classes.quiet}>
            {" "}
            · {t("reasonBy", { by: complaint.by, time: format.dateTime(new Date(complaint.at), "moment") })}
          </span>
          <p>{complaint.reason}</p>
        </div>
      ) : null}
      {editable ? (
        <section className={classes.tools} aria-label={t("tools")}>
          <SaveIndicator state={save} onRetry={() => void store.queue.flush()} />
          <Group gap={4}>
            <ActionIcon
              variant="default"
              aria-label={t("undo")}
              title={t("undo")}
              disabled={!snapshot.canUndo}
              onClick={() => {
                const at = store.editor.undo();
                if (at) jump(at);
              }}
            >
              <IconArrowBackUp size={17} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t("redo")}
              title={t("redo")}
              disabled={!snapshot.canRedo}
              onClick={() => {
                const at = store.editor.redo();
                if (at) jump(at);
              }}
            >
              <IconArrowForwardUp size={17} aria-hidden />
            </ActionIcon>
          </Group>
          <FindingsPanel nameOf={nameOf} onJump={jump} opened={findingsOpen} onToggle={() => setFindingsOpen(!findingsOpen)} />
        </section>
      ) : snapshot.findings.length > 0 ? (
        <div className={classes.tools}>
          <FindingsPanel nameOf={nameOf} onJump={jump} opened={findingsOpen} onToggle={() => setFindingsOpen(!findingsOpen)} />
        </div>
      ) : null}
      {strict && errors > 0 ? (
        <p className={classes.blocked} role="alert">
          {t("blocked")}
        </p>
      ) : null}
      {save.kind === "refused" ? <ProblemList title={t("saveRefused")} problems={save.failure.problems} onJump={jump} /> : null}
      <ReportContent template={detail.template} />
      <EventTimeline events={detail.events} />
      <ConflictDialog nameOf={nameOf} />
    </div>
  );
}

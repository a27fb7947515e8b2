"use client";

import { Anchor, Button, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconChevronDown, IconCircleCheck } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import { textIn } from "@/lib/template";
import { missingValue } from "./missingValue";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";

interface FindingsPanelProps {
  readonly nameOf: (at: string) => string;
  readonly onJump: (at: string) => void;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

const shownAtOnce = 50;

/** What is wrong with the values, errors first; each leads to its place. */
export function FindingsPanel({ nameOf, onJump, opened, onToggle }: FindingsPanelProps) {
  const { snapshot, strict, store } = useReport();
  const t = useTranslations("fill.findings");
  const say = useSay();
  const locale = useLocale();
  const [all, { open: showAll }] = useDisclosure(false);
  const [id] = useState("findings-list");
  const invalid = [...snapshot.invalid].map(([at, { problem, text }]) => {
    // No cell shows what was typed: here is the only place to read it.
    const lost = store.form.index(at) === undefined ? { at, text } : undefined;
    return { problem: { ...problem, at } as Problem, text: say(problem), lost };
  });
  const list = [
    ...invalid,
    ...snapshot.findings
      .filter((finding) => !snapshot.invalid.has(finding.at as never) && (strict || finding.code !== missingValue))
      .map((finding) => ({
        problem: finding as Problem,
        lost: undefined,
        text: finding.message ? textIn(finding.message, locale === "en" ? "en" : "vi") : say(finding),
      })),
  ].sort((a, b) => Number(b.problem.severity === "error") - Number(a.problem.severity === "error"));
  const errors = list.filter(({ problem }) => problem.severity === "error").length;
  const warnings = list.length - errors;

  const missing = strict ? 0 : snapshot.findings.filter(({ code }) => code === missingValue).length;
  const left = missing > 0 ? <span className={classes.left}>{t("left", { count: missing })}</span> : null;

  if (list.length === 0 && left) return <div className={classes.findings}>{left}</div>;
  if (list.length === 0) {
    return (
      <div className={classes.findings} data-kind="fine">
        <IconCircleCheck size={16} aria-hidden />
        {t("none")}
      </div>
    );
  }
  return (
    <div className={classes.findings} data-kind={errors > 0 ? "error" : "warning"}>
      <button type="button" className={classes.findingsHead} aria-expanded={opened} aria-controls={id} onClick={onToggle}>
        <IconAlertTriangle size={16} aria-hidden />
        {t("summary", { errors, warnings })}
        <IconChevronDown size={16} aria-hidden className={classes.chevron} />
      </button>{" "}
      {left}
      <Collapse expanded={opened} id={id}>
        <ol className={classes.findingList}>
          {list.slice(0, all ? undefined : shownAtOnce).map(({ problem, text, lost }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and are never reordered in place
            <li key={position} data-severity={problem.severity}>
              <span className={classes.severity}>{t(problem.severity)}</span>
              {problem.at === "" ? (
                text
              ) : (
                <Anchor component="button" type="button" ta="left" onClick={() => onJump(problem.at)}>
                  <b>{nameOf(problem.at)}</b>: {text}
                </Anchor>
              )}
              {lost ? (
                <>
                  {" "}
                  {t("typed", { value: lost.text })}{" "}
                  <Button size="compact-xs" variant="default" onClick={() => store.dismiss(lost.at)}>
                    {t("dismiss")}
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ol>
        {!all && list.length > shownAtOnce ? (
          <Button size="compact-sm" variant="subtle" onClick={showAll}>
            {t("more", { count: list.length - shownAtOnce })}
          </Button>
        ) : null}
      </Collapse>
    </div>
  );
}

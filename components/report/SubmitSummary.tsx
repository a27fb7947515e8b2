"use client";

import { Anchor, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useSay } from "@/components/ui/useSay";
import type { Entered } from "@/lib/form";
import { textIn } from "@/lib/template";
import { useReport } from "./ReportContext";
import classes from "./submitSummary.module.css";

interface SubmitSummaryProps {
  readonly entered: Entered;
  readonly nameOf: (at: string) => string;
  readonly onJump: (at: string) => void;
}

const shownWarnings = 8;

/** What is about to be submitted: how much of it is filled in, and the warnings that stand. */
export function SubmitSummary({ entered: { cells, filled, nextBlank, nothing }, nameOf, onJump }: SubmitSummaryProps) {
  const { snapshot } = useReport();
  const t = useTranslations("fill.submission");
  const say = useSay();
  const locale = useLocale() === "en" ? "en" : "vi";
  const warnings = snapshot.findings.filter(({ severity }) => severity === "warning");
  return (
    <div className={classes.summary}>
      {nothing ? (
        <p className={classes.nothing} role="alert">
          <IconAlertTriangle size={17} aria-hidden /> {t("nothing")}
        </p>
      ) : null}
      {cells > 0 ? (
        <Text>
          {t("filled", { cells, filled, left: cells - filled })}{" "}
          {nextBlank === undefined ? null : (
            <Anchor component="button" type="button" data-autofocus={nothing || undefined} onClick={() => onJump(nextBlank)}>
              {t("next")}
            </Anchor>
          )}
        </Text>
      ) : null}
      {warnings.length > 0 ? (
        <section aria-label={t("warnings", { count: warnings.length })}>
          <b className={classes.warnings}>{t("warnings", { count: warnings.length })}</b>
          <ul className={classes.list}>
            {warnings.slice(0, shownWarnings).map((finding, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and are never reordered in place
              <li key={position}>
                <Anchor component="button" type="button" ta="left" onClick={() => onJump(finding.at)}>
                  <b>{nameOf(finding.at)}</b>: {finding.message ? textIn(finding.message, locale) : say(finding)}
                </Anchor>
              </li>
            ))}
          </ul>
          {warnings.length > shownWarnings ? <Text size="sm">{t("more", { count: warnings.length - shownWarnings })}</Text> : null}
        </section>
      ) : null}
    </div>
  );
}

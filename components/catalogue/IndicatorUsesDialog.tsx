"use client";

import { Anchor, Modal, Text } from "@mantine/core";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type ApiFailure, callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import type { Result } from "@/lib/result";
import type { IndicatorItem, IndicatorUseItem } from "@/lib/service/catalogueTypes";
import { fillText } from "@/lib/template";
import classes from "./catalogue.module.css";

interface IndicatorUsesDialogProps {
  readonly indicator: Pick<IndicatorItem, "id" | "code">;
  readonly onClose: () => void;
}

/** The templates in which an indicator stands, each with its rows and columns. */
export function IndicatorUsesDialog({ indicator, onClose }: IndicatorUsesDialogProps) {
  const t = useTranslations("indicators.usesOf");
  const [answer, setAnswer] = useState<Result<readonly IndicatorUseItem[], ApiFailure>>();
  useEffect(() => {
    const stop = new AbortController();
    callApi<readonly IndicatorUseItem[]>("GET", `/indicators/${indicator.id}/uses`, undefined, stop.signal).then((found) => {
      if (!stop.signal.aborted) setAnswer(found);
    });
    return () => stop.abort();
  }, [indicator.id]);
  return (
    <Modal opened onClose={onClose} size="lg" title={t("title", { code: indicator.code })} closeButtonProps={{ "aria-label": t("close") }}>
      <div aria-live="polite">
        {answer === undefined ? <Text>{t("loading")}</Text> : null}
        {answer?.ok === false ? <ProblemList title={t("failed")} problems={answer.error.problems} /> : null}
        {answer?.ok && answer.value.length === 0 ? <Text c="dimmed">{t("none")}</Text> : null}
      </div>
      {answer?.ok ? (
        <ul className={classes.uses}>
          {answer.value.map((use) => (
            <Use key={`${use.template.id} ${use.version}`} use={use} />
          ))}
        </ul>
      ) : null}
    </Modal>
  );
}

function Use({ use: { template, owner, version, places } }: { readonly use: IndicatorUseItem }) {
  const t = useTranslations("indicators.usesOf");
  const locale = useLocale();
  const href = version === null ? `/templates/${template.id}/design` : `/templates/${template.id}`;
  return (
    <li>
      <Anchor component={Link} href={href} fw={600}>
        {template.formNumber ?? template.code}: {fillText(template.title, {}, locale === "en" ? "en" : "vi")}
      </Anchor>
      <Text size="sm">
        {version === null ? t("draft") : t("version", { version })} · {owner.name}
      </Text>
      <ul className={classes.places}>
        {places.map(({ at, labels }) => (
          <li key={at}>{labels.map((label) => fillText(label, {}, locale === "en" ? "en" : "vi")).join(" × ")}</li>
        ))}
      </ul>
    </li>
  );
}

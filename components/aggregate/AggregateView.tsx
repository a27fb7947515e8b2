"use client";

import { Anchor, Button } from "@mantine/core";
import { IconFileTypeDocx } from "@tabler/icons-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { readCellText, shownText } from "@/components/grid/cellText";
import { ReportContent } from "@/components/report/ReportContent";
import { type ReportScope, ReportScopeProvider } from "@/components/report/ReportContext";
import { createReportStore } from "@/components/report/reportStore";
import { Meter } from "@/components/ui/Meter";
import { PageHeader } from "@/components/ui/PageHeader";
import { openForm, tableView } from "@/lib/form";
import type { CellAddress } from "@/lib/form/content";
import type { AggregateDetail } from "@/lib/service/types";
import { fillText, type Text, type TextParams } from "@/lib/template";
import classes from "./aggregate.module.css";
import { ContributionDrawer } from "./ContributionDrawer";

interface AggregateViewProps {
  readonly detail: AggregateDetail;
  readonly periodLabel: string;
  readonly params: TextParams;
  readonly formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A parent's figures with their coverage; every figure opens into what the units gave. */
export function AggregateView({ detail, periodLabel, params, formulas }: AggregateViewProps) {
  const t = useTranslations("aggregateView");
  const locale = useLocale();
  const [at, setAt] = useState<CellAddress | undefined>(undefined);
  const [showMissing, setShowMissing] = useState(false);
  const [store] = useState(() =>
    createReportStore({
      account: "",
      report: "",
      revision: 0,
      clientId: "aggregate",
      form: openForm(detail.compiled, detail.context, detail.content),
      narrative: detail.content.narrative,
      narrativeFindings: () => [],
      readText: (info, text) => readCellText(info, text, locale),
      placeOf: () => undefined,
      send: () => Promise.reject(new Error("an aggregate is never saved")),
      storage: undefined,
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
      editable: false,
      words,
      view: (table) => tableView(store.form, table),
      formulaInWords: (table, cell) => {
        const { formula } = store.form.info(cell);
        return formula === undefined ? undefined : (formulas[table]?.[formula] ?? formula);
      },
      register: () => () => undefined,
      onOpen: setAt,
      strict: false,
    }),
    [store, words, formulas],
  );

  const { coverage, regime, period, unit } = detail;
  const base = `/aggregate/${regime.id}/${period}`;
  return (
    <ReportScopeProvider scope={scope}>
      <PageHeader
        title={words(detail.template.title)}
        meta={t("meta", { unit: unit.name, period: periodLabel })}
        actions={
          <>
            <Button component={Link} variant="default" href={`/collect/${encodeURIComponent(regime.code)}/${period}`}>
              {t("progress")}
            </Button>
            <Button
              component="a"
              download
              href={`/api/v1/aggregates/${regime.id}/${period}/document.docx?unitId=${unit.id}`}
              leftSection={<IconFileTypeDocx size={17} aria-hidden />}
            >
              {t("download")}
            </Button>
          </>
        }
      />
      <div className={classes.coverage}>
        <Meter
          value={coverage.received}
          of={coverage.expected}
          label={t("coverageOf", { received: coverage.received, expected: coverage.expected })}
          text={t("coverage", { received: coverage.received, expected: coverage.expected })}
        />
        {coverage.missing.length === 0 ? (
          <span className={classes.full}>{t("missing", { count: 0 })}</span>
        ) : (
          <Anchor
            component="button"
            type="button"
            fw={600}
            aria-expanded={showMissing}
            aria-controls="missing-units"
            onClick={() => setShowMissing(!showMissing)}
          >
            {t("missing", { count: coverage.missing.length })}
          </Anchor>
        )}
        <span className={classes.hint}>{t("hint")}</span>
      </div>
      <div id="missing-units" hidden={!showMissing} className={classes.missing}>
        <b>{t("whoMissing")}:</b> {coverage.missing.map((one) => one.name).join(", ")}.
      </div>
      {detail.children.length > 0 ? (
        <nav aria-label={t("districts")} className={classes.districts}>
          <span className={classes.hint}>{t("districts")}:</span>
          {detail.children.map((child) => (
            <Link key={child.id} href={`${base}?unit=${child.id}`}>
              {child.name}
              <span className={classes.share}>
                {child.received}/{child.expected}
              </span>
            </Link>
          ))}
        </nav>
      ) : null}
      <ReportContent template={detail.template} />
      <ContributionDrawer
        regimeId={regime.id}
        period={period}
        unitId={unit.id}
        at={at}
        form={store.form}
        words={words}
        onClose={() => setAt(undefined)}
      />
    </ReportScopeProvider>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { readCellText } from "@/components/grid/cellText";
import { ReportContent } from "@/components/report/ReportContent";
import { type ReportScope, ReportScopeProvider } from "@/components/report/ReportContext";
import { createReportStore } from "@/components/report/reportStore";
import { openForm, tableView } from "@/lib/form";
import type { CompiledForm, FormContext } from "@/lib/form/types";
import { fillText, type Template, type Text, type TextParams, tablesOf } from "@/lib/template";
import classes from "./template.module.css";

interface TemplateViewProps {
  readonly template: Template;
  readonly compiled: CompiledForm;
  readonly context: FormContext;
  readonly owner: string;
  /** The field of administration that it is sorted under. */
  readonly sector: string | undefined;
  readonly params: TextParams;
  /** The period that the template is shown for. */
  readonly periodLabel: string;
  readonly formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A template to read: what it is for, its tables as reporters see them, its formulas and checks in words. */
export function TemplateView(props: TemplateViewProps) {
  const { template, compiled, context, owner, sector, params, periodLabel, formulas } = props;
  const t = useTranslations("templateView");
  const locale = useLocale();
  const [store] = useState(() =>
    createReportStore({
      account: "",
      report: "",
      revision: 0,
      clientId: "template",
      form: openForm(compiled, context),
      narrative: {},
      narrativeFindings: () => [],
      readText: (info, text) => readCellText(info, text, locale),
      placeOf: () => undefined,
      send: () => Promise.reject(new Error("a template holds no values")),
      storage: undefined,
      now: () => new Date(),
    }),
  );
  const words = useCallback((text: Text) => fillText(text, params, locale), [params, locale]);
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
      onOpen: undefined,
      strict: false,
    }),
    [store, words, formulas],
  );
  const facts = [
    [t("form"), template.formNumber ?? template.code],
    [t("kind"), t(template.kind)],
    [t("frequencies"), template.frequencies.map((frequency) => t(`frequency.${frequency}`)).join(", ")],
    [t("page"), t(template.page.orientation, { size: template.page.size })],
    [t("owner"), owner],
    ...(sector === undefined ? [] : [[t("sector"), sector] as const]),
    ...(template.legalBasis ? [[t("legal"), words(template.legalBasis)] as const] : []),
  ] as const;
  return (
    <ReportScopeProvider scope={scope}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>
        {t("preview")} {t("sample")}: {periodLabel}.
      </p>
      <ReportContent template={template} />
      {tablesOf(template).map((table) => {
        const told = Object.entries(formulas[table.id] ?? {});
        const checks = table.checks ?? [];
        if (told.length === 0 && checks.length === 0) return null;
        const title = table.title ? words(table.title) : "";
        return (
          <section key={table.id} className={classes.rules}>
            <h2>
              {t("formulas")}
              {title === "" ? "" : `: ${title}`}
            </h2>
            <ul>
              {told.map(([formula, text]) => (
                <li key={formula}>
                  <code>{formula}</code>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
            {checks.length > 0 ? (
              <>
                <h3>{t("checks")}</h3>
                <ul>
                  {checks.map((check) => (
                    <li key={check.id} data-severity={check.severity}>
                      <code>{check.formula}</code>
                      <span>
                        <b>{t(check.severity)}:</b> {words(check.message)}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </section>
        );
      })}
    </ReportScopeProvider>
  );
}

"use client";

import { useLocale } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { readCellText, shownText } from "@/components/grid/cellText";
import { formulaTexts } from "@/components/report/formulaTexts";
import { ReportContent } from "@/components/report/ReportContent";
import { type ReportScope, ReportScopeProvider } from "@/components/report/ReportContext";
import { createReportStore } from "@/components/report/reportStore";
import { entryPlaces, tableView } from "@/lib/form";
import type { CellAddress } from "@/lib/form/content";
import { fillText, type Template, type Text, type TextParams } from "@/lib/template";
import classes from "./preview.module.css";
import type { Tried } from "./useTryout";

interface TryoutFormProps {
  readonly template: Template;
  readonly form: Tried;
  readonly params: TextParams;
}

/** The blocks as reporters fill them; what is typed is computed with and goes nowhere. */
export function TryoutForm(props: TryoutFormProps) {
  // Another form is another report: what was typed stays with the one it was typed in.
  return <Filled key={props.form.key} {...props} />;
}

function Filled({ template, form: tried, params }: TryoutFormProps) {
  const locale = useLocale();
  const { form } = tried;
  const [store] = useState(() =>
    createReportStore({
      account: "",
      report: "",
      revision: 0,
      clientId: "tryout",
      form,
      narrative: tried.narrative,
      narrativeFindings: () => [],
      readText: (info, text) => readCellText(info, text, locale),
      placeOf: entryPlaces(template),
      // Never called: only a store that was started saves.
      send: () => Promise.reject(new Error("a form to try is not saved")),
      storage: undefined,
      now: () => new Date(),
    }),
  );
  useEffect(() => tried.keep(store), [tried, store]);
  const words = useCallback(
    (text: Text) =>
      fillText(text, params, locale, (ref) => {
        const cell = form.index(ref as CellAddress);
        return cell === undefined ? undefined : shownText(form.info(cell), form.read(cell), locale) || "…";
      }),
    [params, locale, form],
  );
  const scope = useMemo<ReportScope>(() => {
    const formulas = formulaTexts(form, template, words, locale);
    return {
      store,
      editable: true,
      words,
      view: (table) => tableView(form, table),
      formulaInWords: (table, cell) => {
        const { formula } = form.info(cell);
        return formula === undefined ? undefined : (formulas[table]?.[formula] ?? formula);
      },
      register: () => () => undefined,
      onOpen: undefined,
      strict: false,
    };
  }, [store, words, form, template, locale]);
  return (
    <ReportScopeProvider scope={scope}>
      <h1 className={classes.documentTitle}>{words(template.title)}</h1>
      {template.subtitle ? <p className={classes.documentSubtitle}>{words(template.subtitle)}</p> : null}
      <ReportContent template={template} />
    </ReportScopeProvider>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { formatNumber, isNumeric } from "@/lib/form";
import type { FormulaScope, FormulaTrial, TrialPlace } from "@/lib/form/compile";
import type { Expr } from "@/lib/formula";
import type { Locale } from "@/lib/messages";
import classes from "./formula.module.css";
import type { FormulaWords } from "./useFormulaWords";
import { useTrial } from "./useTrial";

interface FormulaResultProps {
  readonly scope: FormulaScope;
  readonly expr: Expr;
  readonly stored: string;
  readonly place: TrialPlace;
  readonly words: FormulaWords;
  readonly locale: Locale;
}

/** What a formula computes in words, and what it gives on sample values. */
export function FormulaResult({ scope, expr, stored, place, words, locale }: FormulaResultProps) {
  const t = useTranslations("designerFormula");
  const trial = useTrial(scope.home, stored, place);
  const result = trial ? resultOf(trial, locale) : undefined;
  const { home } = scope;
  const own = home.kind === "check" || home.kind === "field" ? undefined : words.nameIn(scope, ownPath(home));
  const explained = words.explain(scope, expr);
  return (
    <>
      <p className={classes.words}>
        <span className={classes.quiet}>{t("means")}</span>{" "}
        {own === undefined || home.kind === "check" ? explained : `${labelAlone(scope, words)} = ${explained}`}
      </p>
      {result === undefined ? null : (
        <p className={classes.words} data-formula-result={result.kind}>
          <span className={classes.quiet}>{t("onSample")}</span> <strong>{t(`result.${result.kind}`, result.params)}</strong>
          {result.reads === "" ? "" : ` ${t("with", { reads: result.reads })}`}
        </p>
      )}
    </>
  );
}

const ownPath = (home: Exclude<FormulaScope["home"], { kind: "check" | "field" }>): readonly string[] =>
  home.kind === "cell" ? [home.row, home.column] : [home.kind === "row" ? home.row : home.column];

function labelAlone(scope: FormulaScope, words: FormulaWords): string {
  const { home } = scope;
  if (home.kind === "check" || home.kind === "field") return "";
  const found = scope.labelOf(ownPath(home));
  return [found?.row, found?.column]
    .filter((part) => part !== undefined)
    .map(({ label }) => words.textOf(label))
    .join(" – ");
}

interface Result {
  readonly kind: "value" | "yes" | "no" | "blank" | "zero" | "holds" | "fails" | "unused" | "refused";
  readonly params: Readonly<Record<string, string | number>>;
  readonly reads: string;
}

const none = { params: {}, reads: "" } as const;

/** A trial as the words that tell it. */
export function resultOf(trial: FormulaTrial, locale: Locale): Result {
  switch (trial.kind) {
    case "unused":
      return { kind: "unused", ...none };
    case "refused":
      return { kind: "refused", ...none };
    case "check":
      return trial.failed === 0 ? { kind: "holds", ...none } : { kind: "fails", params: { count: trial.failed }, reads: "" };
    case "value": {
      const reads = trial.reads
        .map(
          ({ name, value, decimals }) => `${name} = ${typeof value === "number" ? formatNumber(value, decimals, locale) : (value ?? "—")}`,
        )
        .filter((text, i, all) => all.indexOf(text) === i)
        .join("; ");
      if (trial.dividedByZero) return { kind: "zero", params: {}, reads };
      if (trial.value === null) return { kind: "blank", params: {}, reads };
      if (typeof trial.value === "boolean") return { kind: trial.value ? "yes" : "no", params: {}, reads };
      const value =
        typeof trial.value === "number" && isNumeric(trial.type) ? formatNumber(trial.value, trial.decimals, locale) : String(trial.value);
      return { kind: "value", params: { value: trial.unit === undefined ? value : `${value} ${trial.unit}` }, reads };
    }
  }
}

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
  const label = labelAlone(scope, words);
  const explained = words.explain(scope, expr);
  const meaning = label === "" ? explained : `${label} = ${explained}`;
  return (
    <div className={classes.meaning}>
      <p className={classes.words} title={meaning} data-formula-meaning>
        <span className={classes.quiet}>{t("means")}</span> {meaning}
      </p>
      {result === undefined ? null : (
        <p className={classes.words} title={result.reads} data-formula-result={result.kind}>
          <span className={classes.quiet}>{t("onSample")}</span> <strong>{t(`result.${result.kind}`, result.params)}</strong>
          {result.reads === "" ? "" : ` ${t("with", { reads: result.reads })}`}
        </p>
      )}
    </div>
  );
}

/** The label of what the formula computes; a rule computes nothing. */
function labelAlone(scope: FormulaScope, words: FormulaWords): string {
  const path = ownPath(scope.home);
  const found = scope.labelOf(path) ?? scope.labelOf(path.slice(1));
  return [found?.row, found?.column]
    .filter((part) => part !== undefined)
    .map(({ label }) => words.textOf(label))
    .join(" – ");
}

function ownPath(home: FormulaScope["home"]): readonly string[] {
  switch (home.kind) {
    case "cell":
      return [home.row, home.column];
    case "row":
      return [home.row];
    case "column":
      return [home.column];
    case "field":
      return ["f", home.field];
    case "check":
      return [];
  }
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

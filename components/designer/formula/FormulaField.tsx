"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDesigner } from "@/components/designer/store";
import { type FormulaHome, formulaScope, type TrialPlace } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { FormulaInput } from "./FormulaInput";
import classes from "./formula.module.css";
import { homeKey } from "./homeOf";

interface FormulaFieldProps {
  /** As it is kept: by ids. */
  readonly value: string | undefined;
  /** Keeps a formula or takes it away; the problem where that is refused. */
  readonly onChange: (stored: string | undefined) => Problem | undefined;
  /** The part that the formula is of. */
  readonly scope: FormulaHome;
  readonly label: string;
  readonly place?: TrialPlace;
  /** What holds where there is none. */
  readonly placeholder?: string | undefined;
}

/** One formula in a panel of properties, under its label. */
export function FormulaField({ value, onChange, scope: home, label, place, placeholder }: FormulaFieldProps) {
  const t = useTranslations("designerFormula");
  const template = useDesigner((snapshot) => snapshot.template);
  const scope = useMemo(() => formulaScope(template, home), [template, home]);
  if (!scope) return null;
  return (
    <div className={classes.field}>
      <span className={classes.fieldLabel} aria-hidden>
        {label}
      </span>
      <FormulaInput
        key={homeKey(home)}
        scope={scope}
        value={value}
        onCommit={onChange}
        label={label}
        placeholder={placeholder ?? (scope.wanted === "condition" ? t("exampleCondition") : t("example"))}
        {...(place === undefined ? {} : { place })}
      />
    </div>
  );
}

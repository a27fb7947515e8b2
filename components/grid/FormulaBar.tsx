import { IconAlertTriangle } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useSay } from "@/components/ui/useSay";
import type { CellInfo, Finding } from "@/lib/form/types";
import { textIn } from "@/lib/template";
import classes from "./grid.module.css";
import { KeyHelp } from "./KeyHelp";
import type { InvalidText } from "./source";

interface FormulaBarProps {
  /** Row and column of the active cell, in words. */
  readonly place: string;
  readonly info: CellInfo | undefined;
  readonly value: string;
  readonly formula: string | undefined;
  readonly invalid: InvalidText | undefined;
  readonly findings: readonly Finding[];
  readonly editing: boolean;
}

/** Tells of the active cell: where it stands, what it holds, how it is computed, what is wrong with it. */
export function FormulaBar({ place, info, value, formula, invalid, findings, editing }: FormulaBarProps) {
  const t = useTranslations("grid");
  const locale = useLocale();
  const say = useSay();
  const wrong = [
    ...(invalid ? [say(invalid.problem)] : []),
    ...findings.map((finding) => (finding.message ? textIn(finding.message, locale === "en" ? "en" : "vi") : say(finding))),
  ];
  const error = invalid !== undefined || findings.some((finding) => finding.severity === "error");
  return (
    <div className={classes.formulaBar}>
      <span className={classes.place} title={place}>
        {place === "" ? t("noCellChosen") : place}
      </span>
      <span className={classes.formula}>
        {wrong.length > 0 ? (
          <span className={classes.wrong} data-severity={error ? "error" : "warning"}>
            <IconAlertTriangle size={15} aria-hidden />
            {wrong.join(" ")}
          </span>
        ) : formula !== undefined ? (
          <span title={formula}>
            <span className={classes.function} aria-hidden>
              ƒ
            </span>
            {formula}
          </span>
        ) : info?.role === "locked" ? (
          <span className={classes.quiet}>{t("locked")}</span>
        ) : (
          <span className={classes.value}>
            {value}
            {info?.unit ? <span className={classes.quiet}> {info.unit}</span> : null}
          </span>
        )}
      </span>
      <KeyHelp editing={editing} />
    </div>
  );
}

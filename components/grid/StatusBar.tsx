import { useTranslations } from "next-intl";
import { memo } from "react";
import type { TableView } from "@/lib/form/types";
import { numberShown } from "./cellText";
import classes from "./grid.module.css";
import type { Rectangle } from "./selection";
import type { GridSource } from "./source";
import { summaryOf } from "./summary";

interface StatusBarProps {
  readonly view: TableView;
  readonly area: Rectangle;
  readonly source: GridSource;
  /** Only says that values may have changed. */
  readonly version: number;
  readonly locale: string;
  readonly message: string;
  readonly editing: boolean;
}

/** What just happened, and the sum, mean and count of the selection. */
export const StatusBar = memo(function StatusBar({ view, area, source, locale, message, editing }: StatusBarProps) {
  const t = useTranslations("grid");
  const summary = summaryOf(view, area, source);
  return (
    <div className={classes.statusBar}>
      <span role="status" className={classes.message}>
        {message}
      </span>
      {message === "" ? <span className={classes.hint}>{editing ? t("hintEditing") : t("hintReading")}</span> : null}
      {summary ? (
        <span className={classes.summary}>
          <span>
            {t("count")} <b>{summary.count}</b>
          </span>
          <span>
            {t("mean")} <b>{numberShown(summary.mean, Math.max(summary.decimals, 2), locale)}</b>
          </span>
          <span>
            {t("sum")} <b>{numberShown(summary.sum, summary.decimals, locale)}</b>
          </span>
        </span>
      ) : null}
    </div>
  );
});

"use client";

import { useFormatter, useTranslations } from "next-intl";
import { daysBetween, lateness } from "./days";
import classes from "./ui.module.css";

interface DeadlineTextProps {
  /** `YYYY-MM-DD`, Asia/Ho_Chi_Minh. */
  readonly deadline: string;
  /** Today in the same zone, given by the server so that both renders agree. */
  readonly today: string;
  readonly late: boolean;
  /** True once the report is sent: time left no longer matters. */
  readonly done: boolean;
}

/** A deadline with how near it is: in words, never by colour alone. */
export function DeadlineText({ deadline, today, late, done }: DeadlineTextProps) {
  const t = useTranslations("shell.deadline");
  const format = useFormatter();
  const days = daysBetween(today, deadline);
  const day = format.dateTime(new Date(`${deadline}T00:00:00Z`), "day");
  const tone = late ? "late" : !done && days <= 3 ? "soon" : "calm";
  const note = done ? (late ? t("sentLate") : "") : late || days < 0 ? t("overdue", lateness(Math.max(1, -days))) : t("left", { days });
  return (
    <span className={classes.deadline} data-tone={tone}>
      <time dateTime={deadline}>{day}</time>
      {note ? <span className={classes.deadlineNote}>{note}</span> : null}
    </span>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type CutoffRule, cutoffOf, type DeadlineRule, deadlineOf, parsePeriod, printDay, type WorkingCalendar } from "@/lib/period";
import type { AssignChoices } from "@/lib/service/catalogueTypes";
import type { UnitLevel } from "@/lib/unit";
import classes from "./assign.module.css";

interface DeadlineNoteProps {
  readonly period: string;
  readonly rules: { readonly cutoff: CutoffRule; readonly deadline: DeadlineRule };
  /** Of the units chosen. */
  readonly levels: readonly UnitLevel[];
  readonly calendar: AssignChoices["calendar"];
}

/** The interval of the figures and the deadline that assigning would set, as the regime's rules and the working calendar say. */
export function DeadlineNote({ period, rules, levels, calendar }: DeadlineNoteProps) {
  const t = useTranslations("regime.assign");
  const parsed = parsePeriod(period);
  if (!parsed.ok) return null;
  const days: WorkingCalendar = new Map(calendar.map(({ day, kind }) => [day, kind]));
  const { from, to } = cutoffOf(parsed.value, rules.cutoff);
  const deadlines = new Map<string, { readonly nominal: string; readonly levels: UnitLevel[] }>();
  for (const level of levels.length > 0 ? levels : (["commune"] as const)) {
    const { nominal, effective } = deadlineOf(parsed.value, rules, level, days);
    const known = deadlines.get(effective);
    if (known) known.levels.push(level);
    else deadlines.set(effective, { nominal, levels: [level] });
  }
  return (
    <div className={classes.dates} role="status">
      <p>{t("cutoff", { from: printDay(from), to: printDay(to) })}</p>
      {[...deadlines].map(([effective, { nominal, levels: at }]) => (
        <p key={effective}>
          <b>{t("deadline", { day: printDay(effective) })}</b>
          {deadlines.size > 1 ? ` (${at.map((level) => t(`levels.${level}`)).join(", ")})` : ""}
          {nominal === effective ? "" : ` ${t("moved", { day: printDay(nominal) })}`}
        </p>
      ))}
    </div>
  );
}

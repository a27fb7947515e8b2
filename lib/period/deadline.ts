import type { UnitLevel } from "@/lib/unit";
import { type CutoffRule, cutoffOf, type MonthDay, monthDay } from "./cutoff";
import type { Day } from "./day";
import { type Period, periodRange } from "./period";
import { addWorkingDays, rollForward, type WorkingCalendar } from "./workingCalendar";

/** A fixed day counted from the period's last month, or a number of working days after the end of the cut-off. */
type DeadlineDay = MonthDay | { readonly workingDays: number };

/** When a report is due; levels of units may have days of their own (Decree 09/2019 article 8.5.b). */
export type DeadlineRule = DeadlineDay & { readonly levels?: Partial<Readonly<Record<UnitLevel, DeadlineDay>>> };

/** Two working days after the cut-off: the practice of Khánh Hòa, no less than the one day that Decree 09 article 8.5.b asks. */
export const defaultDeadline: DeadlineRule = { workingDays: 2 };

export interface Deadline {
  /** By the rule alone. */
  readonly nominal: Day;
  /** Moved to the next working day when the nominal one is not worked. */
  readonly effective: Day;
}

/** The deadline of a period for a unit of a level. */
export const deadlineOf = (
  period: Period,
  rules: { readonly cutoff: CutoffRule; readonly deadline: DeadlineRule },
  level: UnitLevel,
  calendar: WorkingCalendar,
): Deadline => {
  const rule: DeadlineDay = rules.deadline.levels?.[level] ?? rules.deadline;
  const nominal =
    "workingDays" in rule
      ? addWorkingDays(cutoffOf(period, rules.cutoff).to, rule.workingDays, calendar)
      : monthDay(periodRange(period).to, rule);
  return { nominal, effective: rollForward(nominal, calendar) };
};

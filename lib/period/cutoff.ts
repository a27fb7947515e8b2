import type { Frequency } from "@/lib/template";
import { type Day, dayOf } from "./day";
import { type DayRange, type Period, periodRange } from "./period";

/** A day of a month near the period: `monthOffset` months after the reference month; a day past the month's end is its last (31: the last day). */
export interface MonthDay {
  readonly monthOffset: number;
  /** 1 to 31. */
  readonly day: number;
}

/**
 * The interval in which figures are taken (thời gian chốt số liệu), both days inclusive: `from` counts from the
 * period's first month, `to` from its last. `calendar`: the period's own days.
 */
export type CutoffRule = { readonly from: MonthDay; readonly to: MonthDay } | { readonly calendar: true };

const decree09: CutoffRule = { from: { monthOffset: -1, day: 15 }, to: { monthOffset: 0, day: 14 } };
const calendar: CutoffRule = { calendar: true };

/**
 * Rules to start a regime with. Decree 09/2019 article 12: a month from the 15th of the month before to its 14th, and
 * quarter, half year, nine months and year alike from the 15th before their first month to the 14th of their last. The
 * decree names no interval for the other frequencies: they take the calendar.
 */
export const defaultCutoff: Readonly<Record<Frequency, CutoffRule>> = {
  week: calendar,
  halfMonth: calendar,
  month: decree09,
  quarter: decree09,
  halfYear: decree09,
  nineMonths: decree09,
  year: decree09,
  schoolYear: calendar,
  onDemand: calendar,
};

/** The day that a `MonthDay` means, counted from the month of `reference`. */
export const monthDay = (reference: Day, { monthOffset, day }: MonthDay): Day =>
  dayOf(Number(reference.slice(0, 4)), Number(reference.slice(5, 7)) + monthOffset, day);

/** The cut-off interval of a period: for Q1 2024 by Decree 09, 15/12/2023 to 14/3/2024. */
export const cutoffOf = (period: Period, rule: CutoffRule): DayRange => {
  const range = periodRange(period);
  return "calendar" in rule ? range : { from: monthDay(range.from, rule.from), to: monthDay(range.to, rule.to) };
};

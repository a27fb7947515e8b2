import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Frequency } from "@/lib/template";
import { addDays, type Day, dayOf, daysBetween, isDay, weekday } from "./day";

/** One instance of a frequency. */
export interface Period {
  readonly frequency: Frequency;
  /** Calendar year; ISO year of a week; the first year of a school year. */
  readonly year: number;
  /**
   * Number in its year: week 1 to 53, half month 1 to 24, month 1 to 12, quarter 1 to 4, half year 1 or 2, the day of
   * the year for a report on demand, else 1.
   */
  readonly ordinal: number;
}

export interface DayRange {
  /** Both inclusive. */
  readonly from: Day;
  readonly to: Day;
}

const period = (frequency: Frequency, year: number, ordinal: number): Period => ({ frequency, year, ordinal });

/** Monday of ISO week 1: the week that holds 4 January. */
const firstMonday = (year: number): Day => {
  const fourth = dayOf(year, 1, 4);
  return addDays(fourth, 1 - weekday(fourth));
};
const weeksIn = (year: number): number => daysBetween(firstMonday(year), firstMonday(year + 1)) / 7;

const pattern =
  /^(?<year>\d{4})(?:-(?:W(?<week>\d{2})|Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)|(?<school>\d{4})|(?<month>\d{2})(?:-(?:(?<part>[ab])|(?<day>\d{2})))?))?$/;

const read = (code: string): Period | undefined => {
  const found = pattern.exec(code)?.groups;
  if (found === undefined) return undefined;
  const { week, quarter, half, nine, school, month, part, day } = found;
  const year = Number(found.year);
  if (year < 1900 || year > 2199) return undefined;
  if (week !== undefined) return Number(week) >= 1 && Number(week) <= weeksIn(year) ? period("week", year, Number(week)) : undefined;
  if (quarter !== undefined) return period("quarter", year, Number(quarter));
  if (half !== undefined) return period("halfYear", year, Number(half));
  if (nine !== undefined) return period("nineMonths", year, 1);
  if (school !== undefined) return Number(school) === year + 1 ? period("schoolYear", year, 1) : undefined;
  if (month === undefined) return period("year", year, 1);
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  if (part !== undefined) return period("halfMonth", year, number * 2 - (part === "a" ? 1 : 0));
  if (day === undefined) return period("month", year, number);
  return isDay(code) ? period("onDemand", year, daysBetween(dayOf(year, 1, 1), code) + 1) : undefined;
};

/**
 * Reads a period code: `2026-W05`, `2026-03-a` (1st to 15th), `2026-03-b`, `2026-03`, `2026-Q1`, `2026-H1`, `2026-9M`,
 * `2026`, `2025-2026` (school year), `2026-03-15` (on demand). Years 1900 to 2199. Error: `period.unknownCode`.
 */
export const parsePeriod = (code: string): Result<Period, Problem> => {
  const found = read(code);
  return found ? ok(found) : fail({ code: "period.unknownCode", params: { period: code }, at: "", severity: "error" });
};

const two = (value: number): string => String(value).padStart(2, "0");
const monthOfHalf = (ordinal: number): number => Math.ceil(ordinal / 2);
const onDemandDay = ({ year, ordinal }: Period): Day => addDays(dayOf(year, 1, 1), ordinal - 1);

/** The code that `parsePeriod` reads. */
export const periodCode = (it: Period): string => {
  const { year, ordinal } = it;
  switch (it.frequency) {
    case "week":
      return `${year}-W${two(ordinal)}`;
    case "halfMonth":
      return `${year}-${two(monthOfHalf(ordinal))}-${ordinal % 2 === 1 ? "a" : "b"}`;
    case "month":
      return `${year}-${two(ordinal)}`;
    case "quarter":
      return `${year}-Q${ordinal}`;
    case "halfYear":
      return `${year}-H${ordinal}`;
    case "nineMonths":
      return `${year}-9M`;
    case "year":
      return `${year}`;
    case "schoolYear":
      return `${year}-${year + 1}`;
    case "onDemand":
      return onDemandDay(it);
  }
};

const months = (year: number, first: number, last: number): DayRange => ({ from: dayOf(year, first, 1), to: dayOf(year, last, 31) });

/**
 * The days of a period by the calendar (its cut-off is another thing). A school year is taken from 1 September to
 * 31 May: the usual plan of the Ministry of Education, not read in a source; a regime states its own cut-off.
 */
export const periodRange = (it: Period): DayRange => {
  const { year, ordinal } = it;
  switch (it.frequency) {
    case "week": {
      const from = addDays(firstMonday(year), (ordinal - 1) * 7);
      return { from, to: addDays(from, 6) };
    }
    case "halfMonth": {
      const month = monthOfHalf(ordinal);
      return ordinal % 2 === 1
        ? { from: dayOf(year, month, 1), to: dayOf(year, month, 15) }
        : { from: dayOf(year, month, 16), to: dayOf(year, month, 31) };
    }
    case "month":
      return months(year, ordinal, ordinal);
    case "quarter":
      return months(year, ordinal * 3 - 2, ordinal * 3);
    case "halfYear":
      return months(year, ordinal * 6 - 5, ordinal * 6);
    case "nineMonths":
      return months(year, 1, 9);
    case "year":
      return months(year, 1, 12);
    case "schoolYear":
      return { from: dayOf(year, 9, 1), to: dayOf(year + 1, 5, 31) };
    case "onDemand": {
      const day = onDemandDay(it);
      return { from: day, to: day };
    }
  }
};

/** Periods of a frequency in a year; undefined for reports on demand, which have no next and no before. */
const perYear = (frequency: Frequency, year: number): number | undefined => {
  switch (frequency) {
    case "week":
      return weeksIn(year);
    case "halfMonth":
      return 24;
    case "month":
      return 12;
    case "quarter":
      return 4;
    case "halfYear":
      return 2;
    case "nineMonths":
    case "year":
    case "schoolYear":
      return 1;
    case "onDemand":
      return undefined;
  }
};

/** All periods of a frequency in a year, first to last; none on demand. */
export const periodsOfYear = (frequency: Frequency, year: number): readonly Period[] =>
  Array.from({ length: perYear(frequency, year) ?? 0 }, (_, i) => period(frequency, year, i + 1));

/** The period before, of the same frequency; for `prev()`. Undefined on demand. */
export const previousPeriod = ({ frequency, year, ordinal }: Period): Period | undefined => {
  if (ordinal > 1 && frequency !== "onDemand") return period(frequency, year, ordinal - 1);
  const last = perYear(frequency, year - 1);
  return last === undefined ? undefined : period(frequency, year - 1, last);
};

/** The same period of last year; for `lastYear()`. Undefined on demand, and for a 53rd week that last year had not. */
export const samePeriodLastYear = ({ frequency, year, ordinal }: Period): Period | undefined => {
  const last = perYear(frequency, year - 1);
  return last === undefined || ordinal > last ? undefined : period(frequency, year - 1, ordinal);
};

/** The year's periods before this one, first to last; for `ytd()`. */
export const earlierInYear = ({ frequency, year, ordinal }: Period): readonly Period[] =>
  frequency === "onDemand" ? [] : Array.from({ length: ordinal - 1 }, (_, i) => period(frequency, year, i + 1));

/** The year that a period belongs to, as a period; for `yearPlan()`. A school year is its own. */
export const yearOf = (it: Period): Period => (it.frequency === "schoolYear" ? it : period("year", it.year, 1));

/** The period of a frequency that a day lies in; undefined for a day in none (October for nine months, July for school years). */
export const periodHolding = (frequency: Frequency, day: Day): Period | undefined => {
  const year = Number(day.slice(0, 4));
  if (frequency === "onDemand") return read(day);
  for (const candidate of [year - 1, year, year + 1]) {
    const count = perYear(frequency, candidate) ?? 0;
    for (let ordinal = 1; ordinal <= count; ordinal++) {
      const it = period(frequency, candidate, ordinal);
      const { from, to } = periodRange(it);
      if (from <= day && day <= to) return it;
    }
  }
  return undefined;
};

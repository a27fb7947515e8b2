import type { Frequency, When } from "@/lib/template";

/** Frequency of a period and its number in the year, by its code; undefined for what is no code. */
export function readPeriod(code: string): { readonly frequency: Frequency; readonly ordinal: number } | undefined {
  const match = /^\d{4}(?:-(?:W(\d\d)|(\d\d)-([ab])|(\d\d)|Q([1-4])|H([12])|(9M)|(\d{4})|(\d\d)-(\d\d)))?$/.exec(code);
  if (match === null) return undefined;
  const [, week, halfOf, half, month, quarter, halfYear, nine, school, dayMonth] = match;
  if (week !== undefined) return { frequency: "week", ordinal: Number(week) };
  if (halfOf !== undefined) return { frequency: "halfMonth", ordinal: Number(halfOf) * 2 - (half === "a" ? 1 : 0) };
  if (month !== undefined) return { frequency: "month", ordinal: Number(month) };
  if (quarter !== undefined) return { frequency: "quarter", ordinal: Number(quarter) };
  if (halfYear !== undefined) return { frequency: "halfYear", ordinal: Number(halfYear) };
  if (nine !== undefined) return { frequency: "nineMonths", ordinal: 1 };
  if (school !== undefined) return { frequency: "schoolYear", ordinal: 1 };
  if (dayMonth !== undefined) return { frequency: "onDemand", ordinal: 1 };
  return { frequency: "year", ordinal: 1 };
}

/**
 * Whether a row or column exists in a period: all its conditions hold. Without a period (undefined: the template as it
 * is designed) everything exists; so it does where the code of the period cannot be read.
 */
export function existsIn(conditions: readonly When[], period: string | undefined): boolean {
  const read = period === undefined ? undefined : readPeriod(period);
  if (read === undefined) return true;
  return conditions.every(
    ({ frequencies, ordinals, exceptOrdinals }) =>
      (frequencies?.includes(read.frequency) ?? true) &&
      (ordinals?.includes(read.ordinal) ?? true) &&
      !(exceptOrdinals?.includes(read.ordinal) ?? false),
  );
}

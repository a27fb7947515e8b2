import type { Locale } from "@/lib/messages";
import { printDay } from "./day";
import { periodLabel } from "./label";
import { type DayRange, type Period, periodRange } from "./period";

/** What `{…}` in a template's texts may name. */
export type TextParams = Readonly<
  Record<"year" | "month" | "quarter" | "half" | "week" | "period" | "from" | "to" | "unit", string | number>
>;

/**
 * Values for `{year}`, `{month}` (the period's last), `{quarter}`, `{half}`, `{week}` (the number of a weekly period,
 * else empty), `{period}`, `{from}`, `{to}` (the cut-off, 14/3/2024) and `{unit}`.
 */
export const textParams = (period: Period, cutoff: DayRange, unitName: string, locale: Locale): TextParams => {
  const month = Number(periodRange(period).to.slice(5, 7));
  return {
    year: period.year,
    month,
    quarter: Math.ceil(month / 3),
    half: Math.ceil(month / 6),
    week: period.frequency === "week" ? period.ordinal : "",
    period: periodLabel(period, locale),
    from: printDay(cutoff.from),
    to: printDay(cutoff.to),
    unit: unitName,
  };
};

/**
 * Fills `{year}`, `{year-1}`, `{month}` … in a text of the designer; a number takes an offset, `{month-1}` of January
 * being 12. Double braces (`{{t1.r01.c3}}`, a value) and unknown names stay as they are.
 */
export const fillText = (text: string, params: TextParams): string =>
  text.replace(/(?<!\{)\{([a-z]+)(?:\s*([+-])\s*(\d{1,3}))?\}(?!\})/g, (whole, name: string, sign?: string, by?: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    const value = params[name as keyof TextParams];
    if (sign === undefined) return String(value);
    if (typeof value !== "number") return whole;
    const moved = value + (sign === "-" ? -Number(by) : Number(by));
    const around = cycles[name as keyof TextParams];
    return String(around === undefined ? moved : ((((moved - 1) % around) + around) % around) + 1);
  });

const cycles: Partial<Readonly<Record<keyof TextParams, number>>> = { month: 12, quarter: 4, half: 2 };

import type { Locale } from "@/lib/messages";
import type { TextParams } from "@/lib/template";
import { printDay } from "./day";
import { periodLabel } from "./label";
import { type DayRange, type Period, periodRange } from "./period";

/**
 * What a template's `{year}`, `{month}` (the period's last), `{quarter}` (that month's), `{period}`, `{from}` and `{to}`
 * (the cut-off, 14/3/2024) and `{unit}` stand for; `fillText` of lib/template puts them in.
 */
export const textParams = (period: Period, cutoff: DayRange, unitName: string, locale: Locale): TextParams => {
  const month = Number(periodRange(period).to.slice(5, 7));
  return {
    year: period.year,
    month,
    quarter: Math.ceil(month / 3),
    period: periodLabel(period, locale),
    from: printDay(cutoff.from),
    to: printDay(cutoff.to),
    unit: unitName,
  };
};

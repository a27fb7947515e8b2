import { formUnits } from "@/lib/form";
import type { FormContext } from "@/lib/form/types";
import type { Locale } from "@/lib/messages";
import { cutoffOf, type Day, defaultCutoff, type Period, periodHolding, periodsOfYear, textParams } from "@/lib/period";
import type { Frequency, TextParams } from "@/lib/template";
import type { UnitLevel } from "@/lib/unit";

/** A unit as `GET /api/v1/units` gives it. */
export interface TriedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parentId: string | null;
}

/** What a unit's form of a period is opened in: its direct subordinates that are no agencies; nothing was reported before. */
export const tryoutContext = (period: string, unit: TriedUnit | undefined, units: readonly TriedUnit[]): FormContext => ({
  period,
  units: formUnits(units.filter(({ parentId }) => unit !== undefined && parentId === unit.id)),
  history: {},
});

/** The words of a period, with the cut-off that its frequency has unless a regime says otherwise. */
export const tryoutParams = (period: Period, unit: string, locale: Locale): TextParams =>
  textParams(period, cutoffOf(period, defaultCutoff[period.frequency]), unit, locale);

/** The periods of a year to choose from; on demand, the day itself. */
export const tryoutPeriods = (frequency: Frequency, year: number, today: Day): readonly Period[] => {
  if (frequency !== "onDemand") return periodsOfYear(frequency, year);
  const day = periodHolding("onDemand", `${year}${today.slice(4)}`) ?? periodHolding("onDemand", `${year}-01-01`);
  return day ? [day] : [];
};

/** The period of a frequency to begin with: the one that holds today, else the first of this year. */
export const firstPeriod = (frequency: Frequency, today: Day): Period | undefined =>
  periodHolding(frequency, today) ?? tryoutPeriods(frequency, Number(today.slice(0, 4)), today)[0];

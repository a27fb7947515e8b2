import { type CutoffRule, cutoffOf, type DayRange, parsePeriod } from "@/lib/period";
import type { StoredReport } from "./storedReport";

/**
 * The days in which a report's figures are taken, by the rule of its regime.
 * @throws when the period is none: periods are checked when they are assigned
 */
export function reportCutoff({ period: code, regime }: Pick<StoredReport, "period" | "regime">): DayRange {
  const period = parsePeriod(code);
  if (!period.ok) throw new Error(`a report has the period ${code}`);
  // The rule was checked when the regime was made.
  return cutoffOf(period.value, regime.cutoff as CutoffRule);
}

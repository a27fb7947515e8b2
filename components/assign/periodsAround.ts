import { addDays, type Day, periodCode, periodHolding, periodRange } from "@/lib/period";
import type { Frequency } from "@/lib/template";

/** Days looked back and ahead: of a week's periods some months, of all others a year and more. */
const reach: Readonly<Record<Frequency, readonly [back: number, ahead: number]>> = {
  week: [70, 35],
  halfMonth: [120, 60],
  month: [370, 100],
  quarter: [560, 280],
  halfYear: [740, 370],
  nineMonths: [740, 370],
  year: [1100, 370],
  schoolYear: [1100, 370],
  onDemand: [0, 0],
};

/** Periods that a report may be assigned for, latest first, and the one that is proposed: that of today, or the last that ended. */
export function periodsAround(frequency: Frequency, today: Day): { readonly codes: readonly string[]; readonly proposed: string } {
  const [back, ahead] = reach[frequency];
  const codes = new Set<string>();
  let proposed = "";
  // No period is shorter than a week, so that none is passed over.
  for (let offset = ahead; offset >= -back; offset -= 7) {
    const period = periodHolding(frequency, addDays(today, offset));
    if (!period) continue;
    const code = periodCode(period);
    codes.add(code);
    if (proposed === "" && periodRange(period).to < today) proposed = code;
  }
  const current = periodHolding(frequency, today);
  if (current) codes.add(periodCode(current));
  return { codes: [...codes], proposed: current ? periodCode(current) : proposed };
}

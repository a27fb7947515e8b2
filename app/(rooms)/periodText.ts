import type { Locale } from "@/lib/messages";
import { parsePeriod, periodLabel } from "@/lib/period";

/** A period's code as people say it; a code that is none stays as it is. */
export const periodText = (code: string, locale: Locale): string => {
  const period = parsePeriod(code);
  return period.ok ? periodLabel(period.value, locale) : code;
};

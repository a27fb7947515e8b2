import type { Locale } from "@/lib/messages";
import { parsePeriod, textParams } from "@/lib/period";
import type { ReportDetail } from "@/lib/service/types";
import type { TextParams } from "@/lib/template";

/** What `{year}`, `{period}`, `{unit}` … of a report's texts stand for. */
export const reportParams = ({ period, cutoff, unit }: Pick<ReportDetail, "period" | "cutoff" | "unit">, locale: Locale): TextParams => {
  const parsed = parsePeriod(period);
  return parsed.ok ? textParams(parsed.value, cutoff, unit.name, locale) : { unit: unit.name };
};

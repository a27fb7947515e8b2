import type { Locale } from "@/lib/messages";
import { printDay } from "./day";
import type { Period } from "./period";
import { periodRange } from "./period";

const roman = ["I", "II", "III", "IV"] as const;
const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const monthOf = (it: Period): number => Number(periodRange(it).from.slice(5, 7));
const englishMonth = (it: Period): string => englishMonths[monthOf(it) - 1] ?? "";

const vietnamese = (it: Period): string => {
  const { year, ordinal } = it;
  switch (it.frequency) {
    case "week":
      return `Tuần ${ordinal} năm ${year}`;
    case "halfMonth":
      return `${ordinal % 2 === 1 ? "Nửa đầu" : "Nửa cuối"} tháng ${monthOf(it)} năm ${year}`;
    case "month":
      return `Tháng ${ordinal} năm ${year}`;
    case "quarter":
      return `Quý ${roman[ordinal - 1] ?? ordinal} năm ${year}`;
    case "halfYear":
      return `6 tháng ${ordinal === 1 ? "đầu" : "cuối"} năm ${year}`;
    case "nineMonths":
      return `9 tháng đầu năm ${year}`;
    case "year":
      return `Năm ${year}`;
    case "schoolYear":
      return `Năm học ${year}-${year + 1}`;
    case "onDemand":
      return `Ngày ${printDay(periodRange(it).from)}`;
  }
};

const english = (it: Period): string => {
  const { year, ordinal } = it;
  switch (it.frequency) {
    case "week":
      return `Week ${ordinal} of ${year}`;
    case "halfMonth":
      return `${ordinal % 2 === 1 ? "First" : "Second"} half of ${englishMonth(it)} ${year}`;
    case "month":
      return `${englishMonth(it)} ${year}`;
    case "quarter":
      return `Quarter ${roman[ordinal - 1] ?? ordinal} of ${year}`;
    case "halfYear":
      return `${ordinal === 1 ? "First" : "Second"} half of ${year}`;
    case "nineMonths":
      return `First nine months of ${year}`;
    case "year":
      return `Year ${year}`;
    case "schoolYear":
      return `School year ${year}–${year + 1}`;
    case "onDemand":
      return `${Number(periodRange(it).from.slice(8))} ${englishMonth(it)} ${year}`;
  }
};

/** A period as people say it: "Quý I năm 2026", "Quarter I of 2026". */
export const periodLabel = (it: Period, locale: Locale): string => (locale === "vi" ? vietnamese(it) : english(it));

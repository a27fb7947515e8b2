import type { RichDoc } from "@/lib/form/content";
import type { Edit } from "@/lib/form/types";
import type { ReportAction } from "@/lib/workflow";
import { procedureFigures, type SampleQuarter } from "./procedureFigures";
import { type SampleUnit, sampleUnit, unitsOfLevel } from "./sampleUnits";
import { socioEconomicReport } from "./socioEconomicReport";

/** One thing that happened to a report, at a moment of Vietnam: `2024-03-12T09:30`. */
export type SampleStep =
  | { readonly act: "save"; readonly at: string; readonly edits: readonly Edit[]; readonly narrative?: Readonly<Record<string, RichDoc>> }
  | { readonly act: ReportAction; readonly at: string; readonly reason?: string; readonly number?: string };

/** A duty of a unit and what has been done for it so far. */
export interface SampleDuty {
  /** Code of the regime. */
  readonly regime: string;
  readonly period: string;
  readonly unit: SampleUnit;
  /** `YYYY-MM-DD`. */
  readonly opens: string;
  readonly steps: readonly SampleStep[];
}

/** How far a report of the first quarter of 2024 has come. */
type Progress = "accepted" | "sent" | "sentLate" | "signed" | "submitted" | "returned" | "begun" | "untouched";

/** Communes whose report of the first quarter is not accepted; 76 of 83 have sent theirs. */
const progress: Readonly<Record<string, Progress>> = {
  "31129": "untouched",
  "31216": "untouched",
  "31244": "untouched",
  "31147": "begun",
  "31276": "begun",
  "31169": "submitted",
  "31303": "returned",
  "31195": "sentLate",
};

/** Districts whose reports wait to be accepted. */
const waiting: readonly string[] = ["917", "924"];

/** All duties of the sample: last quarter complete, this one in work, the next one open. */
export function sampleDuties(): readonly SampleDuty[] {
  const communes = unitsOfLevel("commune");
  const districts = unitsOfLevel("district");
  const agencies = unitsOfLevel("agency").filter(({ code }) => code !== "VPUBND" && code !== "TTDH");
  const untouched = (regime: string, period: string, opens: string, units: readonly SampleUnit[]): readonly SampleDuty[] =>
    units.map((unit) => ({ regime, period, unit, opens, steps: [] }));
  return [
    ...communes.map((unit, index) => quarterly(unit, "2023-Q4", index)),
    ...communes.map((unit, index) => quarterly(unit, "2024-Q1", index)),
    ...untouched("TTHC-QUY", "2024-Q2", "2024-04-12", communes),
    ...untouched("TTHC-BPMC-QUY", "2024-Q2", "2024-04-12", districts),
    ...[...districts, ...agencies].map(monthly),
    ...untouched("CANG-BIEN-THANG", "2024-03", "2024-03-01", [sampleUnit("SGTVT")]),
    ...untouched("SXKD-THANG", "2024-03", "2024-03-01", [...districts, sampleUnit("BQLKCN")]),
    ...untouched("DAU-TU-QUY", "2024-Q1", "2024-03-01", [sampleUnit("SKHDT"), sampleUnit("BQLKCN")]),
  ];
}

/** Form 06 of one commune; the order of the communes spreads the moments over days and hours. */
function quarterly(unit: SampleUnit, period: SampleQuarter, index: number): SampleDuty {
  const isLast = period === "2023-Q4";
  const how = isLast ? "accepted" : (progress[unit.code] ?? (waiting.includes(unit.parent ?? "") ? "sent" : "accepted"));
  const month = isLast ? "2023-12" : "2024-03";
  const clock = (hour: number, minute: number) => `${`${hour}`.padStart(2, "0")}:${`${(minute + index * 7) % 60}`.padStart(2, "0")}`;
  const moment = (day: number, hour: number) => `${month}-${`${day}`.padStart(2, "0")}T${clock(hour, 5)}`;
  const sentOn = how === "sentLate" ? 21 : isLast ? 15 + (index % 4) : ([14, 15, 18][index % 3] ?? 14);
  const edits = procedureFigures(unit, period);
  const steps: SampleStep[] = [
    { act: "save", at: moment(sentOn - 1, 8), edits },
    { act: "submit", at: moment(sentOn - 1, 10) },
    { act: "approve", at: moment(sentOn, 8) },
    { act: "sign", at: moment(sentOn, 9) },
    { act: "send", at: moment(sentOn, 10), number: `${40 + ((index * 13) % 80)}/BC-UBND` },
    { act: "accept", at: moment(isLast ? 20 : 22, 14) },
  ];
  const until = (count: number) => ({ regime: "TTHC-QUY", period, unit, opens: `${month}-01`, steps: steps.slice(0, count) });
  switch (how) {
    case "accepted":
      return until(6);
    case "sent":
    case "sentLate":
      return until(5);
    case "returned": {
      const reason = "Số hồ sơ từ kỳ trước chuyển sang chưa khớp với báo cáo quý IV năm 2023; đề nghị kiểm tra lại lĩnh vực Đất đai.";
      const sent = until(5);
      return { ...sent, steps: [...sent.steps, { act: "return", at: moment(20, 15), reason }] };
    }
    case "signed":
      return until(4);
    case "submitted":
      return until(2);
    case "begun":
      return { ...until(0), steps: [{ act: "save", at: moment(15, 16), edits: edits.slice(0, 16) }] };
    case "untouched":
      return until(0);
  }
}

/** The monthly socio-economic report: two districts have sent theirs, the others have not begun. */
function monthly(unit: SampleUnit): SampleDuty {
  const duty = { regime: "KTXH-THANG", period: "2024-03", unit, opens: "2024-03-01" };
  const day = { "916": 15, "923": 18 }[unit.code];
  if (day === undefined) return { ...duty, steps: [] };
  const moment = (hour: string) => `2024-03-${day}T${hour}`;
  return {
    ...duty,
    steps: [
      { act: "save", at: moment("08:10"), ...socioEconomicReport(unit) },
      { act: "submit", at: moment("09:45") },
      { act: "approve", at: moment("13:40") },
      { act: "sign", at: moment("13:45") },
      { act: "send", at: moment("14:05"), number: `${day + 77}/BC-UBND` },
    ],
  };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  earlierInYear,
  type Period,
  parsePeriod,
  periodCode,
  periodHolding,
  periodLabel,
  periodRange,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from "@/lib/period";

const read = (code: string): Period => {
  const outcome = parsePeriod(code);
  if (!outcome.ok) throw new Error(`no period: ${code}`);
  return outcome.value;
};
const codeOf = (it: Period | undefined): string | undefined => it && periodCode(it);

/** [code, frequency, ordinal, from, to, vi, en, previous, last year's, its year] by hand. */
const table = [
  ["2026-W05", "week", 5, "2026-01-26", "2026-02-01", "Tuần 5 năm 2026", "Week 5 of 2026", "2026-W04", "2025-W05", "2026"],
  ["2026-W01", "week", 1, "2025-12-29", "2026-01-04", "Tuần 1 năm 2026", "Week 1 of 2026", "2025-W52", "2025-W01", "2026"],
  ["2026-W53", "week", 53, "2026-12-28", "2027-01-03", "Tuần 53 năm 2026", "Week 53 of 2026", "2026-W52", undefined, "2026"],
  ["2027-W01", "week", 1, "2027-01-04", "2027-01-10", "Tuần 1 năm 2027", "Week 1 of 2027", "2026-W53", "2026-W01", "2027"],
  [
    "2024-02-a",
    "halfMonth",
    3,
    "2024-02-01",
    "2024-02-15",
    "Nửa đầu tháng 2 năm 2024",
    "First half of February 2024",
    "2024-01-b",
    "2023-02-a",
    "2024",
  ],
  [
    "2024-02-b",
    "halfMonth",
    4,
    "2024-02-16",
    "2024-02-29",
    "Nửa cuối tháng 2 năm 2024",
    "Second half of February 2024",
    "2024-02-a",
    "2023-02-b",
    "2024",
  ],
  [
    "2026-01-a",
    "halfMonth",
    1,
    "2026-01-01",
    "2026-01-15",
    "Nửa đầu tháng 1 năm 2026",
    "First half of January 2026",
    "2025-12-b",
    "2025-01-a",
    "2026",
  ],
  ["2026-03", "month", 3, "2026-03-01", "2026-03-31", "Tháng 3 năm 2026", "March 2026", "2026-02", "2025-03", "2026"],
  ["2026-01", "month", 1, "2026-01-01", "2026-01-31", "Tháng 1 năm 2026", "January 2026", "2025-12", "2025-01", "2026"],
  ["2026-Q1", "quarter", 1, "2026-01-01", "2026-03-31", "Quý I năm 2026", "Quarter I of 2026", "2025-Q4", "2025-Q1", "2026"],
  ["2026-Q4", "quarter", 4, "2026-10-01", "2026-12-31", "Quý IV năm 2026", "Quarter IV of 2026", "2026-Q3", "2025-Q4", "2026"],
  ["2026-H1", "halfYear", 1, "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026", "First half of 2026", "2025-H2", "2025-H1", "2026"],
  ["2026-H2", "halfYear", 2, "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026", "Second half of 2026", "2026-H1", "2025-H2", "2026"],
  [
    "2026-9M",
    "nineMonths",
    1,
    "2026-01-01",
    "2026-09-30",
    "9 tháng đầu năm 2026",
    "First nine months of 2026",
    "2025-9M",
    "2025-9M",
    "2026",
  ],
  ["2026", "year", 1, "2026-01-01", "2026-12-31", "Năm 2026", "Year 2026", "2025", "2025", "2026"],
  [
    "2025-2026",
    "schoolYear",
    1,
    "2025-09-01",
    "2026-05-31",
    "Năm học 2025-2026",
    "School year 2025–2026",
    "2024-2025",
    "2024-2025",
    "2025-2026",
  ],
  ["2024-12-31", "onDemand", 366, "2024-12-31", "2024-12-31", "Ngày 31/12/2024", "31 December 2024", undefined, undefined, "2024"],
] as const;

describe("a period", () => {
  it.each(table)("%s is read, ranged, named and neighboured", (code, frequency, ordinal, from, to, vi, en, previous, lastYear, year) => {
    const it = read(code);
    expect([it.frequency, it.ordinal]).toEqual([frequency, ordinal]);
    expect(periodCode(it)).toBe(code);
    expect(periodRange(it)).toEqual({ from, to });
    expect(periodLabel(it, "vi")).toBe(vi);
    expect(periodLabel(it, "en")).toBe(en);
    expect(codeOf(previousPeriod(it))).toBe(previous);
    expect(codeOf(samePeriodLastYear(it))).toBe(lastYear);
    expect(codeOf(yearOf(it))).toBe(year);
  });

  it.each([
    "",
    "26",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026-Q5",
    "2026-Q0",
    "2026-H3",
    "2026-8M",
    "2026-W00",
    "2025-W53",
    "2026-W54",
    "2026-W5",
    "2026-02-29",
    "2026-02-30",
    "2026-3-1",
    "2026-03-c",
    "2025-2027",
    "2026-2025",
    "1899",
    "2200",
    " 2026",
    "2026\n",
    "2026-03-15T00:00",
    "٢٠٢٦",
  ])("“%s” is refused as no period", (code) => {
    const outcome = parsePeriod(code);
    expect(outcome.ok ? outcome.value : outcome.error.code).toBe("period.unknownCode");
  });

  it("lists the periods of a year, of a long year of 53 weeks too, and none on demand", () => {
    expect(periodsOfYear("quarter", 2026).map(periodCode)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    expect(periodsOfYear("week", 2026).map(periodCode).at(-1)).toBe("2026-W53");
    expect(periodsOfYear("week", 2027)).toHaveLength(52);
    expect(periodsOfYear("nineMonths", 2026).map(periodCode)).toEqual(["2026-9M"]);
    expect(periodsOfYear("onDemand", 2026)).toEqual([]);
  });

  it("lists the year's periods before it, for sums since January", () => {
    expect(earlierInYear(read("2026-03")).map(periodCode)).toEqual(["2026-01", "2026-02"]);
    expect(earlierInYear(read("2026-Q3")).map(periodCode)).toEqual(["2026-Q1", "2026-Q2"]);
    expect(earlierInYear(read("2026-02-a")).map(periodCode)).toEqual(["2026-01-a", "2026-01-b"]);
    expect(earlierInYear(read("2026-01"))).toEqual([]);
    expect(earlierInYear(read("2026-9M"))).toEqual([]);
    expect(earlierInYear(read("2026-03-15"))).toEqual([]);
  });

  it("is found by a day in it", () => {
    expect(codeOf(periodHolding("month", "2024-02-29"))).toBe("2024-02");
    expect(codeOf(periodHolding("week", "2027-01-03"))).toBe("2026-W53");
    expect(codeOf(periodHolding("week", "2024-12-30"))).toBe("2025-W01");
    expect(codeOf(periodHolding("quarter", "2024-12-31"))).toBe("2024-Q4");
    expect(codeOf(periodHolding("schoolYear", "2026-02-01"))).toBe("2025-2026");
    expect(codeOf(periodHolding("schoolYear", "2026-07-01"))).toBeUndefined();
    expect(codeOf(periodHolding("nineMonths", "2026-10-01"))).toBeUndefined();
    expect(codeOf(periodHolding("onDemand", "2026-03-15"))).toBe("2026-03-15");
  });

  it("follows the one before it without gap or overlap, for any frequency that fills the year", () => {
    const tiling = fc.constantFrom("week", "halfMonth", "month", "quarter", "halfYear", "year" as const);
    fc.assert(
      fc.property(tiling, fc.date({ min: new Date("1901-01-01"), max: new Date("2199-12-25"), noInvalidDate: true }), (frequency, date) => {
        const it = periodHolding(frequency as "week", date.toISOString().slice(0, 10));
        const before = it && previousPeriod(it);
        if (!it || !before) throw new Error("no period");
        const next = new Date(`${periodRange(before).to}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(periodRange(it).from).toBe(next.toISOString().slice(0, 10));
        expect(parsePeriod(periodCode(it))).toEqual({ ok: true, value: it });
      }),
    );
  });
});

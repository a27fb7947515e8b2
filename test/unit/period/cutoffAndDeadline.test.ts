import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  type CutoffRule,
  cutoffOf,
  type DeadlineRule,
  dayInVietnam,
  deadlineOf,
  defaultCutoff,
  defaultDeadline,
  isWorkingDay,
  type Period,
  parsePeriod,
  rollForward,
  type WorkingCalendar,
} from "@/lib/period";

const read = (code: string): Period => {
  const outcome = parsePeriod(code);
  if (!outcome.ok) throw new Error(`no period: ${code}`);
  return outcome.value;
};

/** 2024 as announced: Tết off from Thursday 8/2 to Wednesday 14/2; Monday 29/4 off and worked on Saturday 4/5 instead. */
const calendar: WorkingCalendar = new Map([
  ["2024-01-01", "holiday"],
  ["2024-02-08", "holiday"],
  ["2024-02-09", "holiday"],
  ["2024-02-12", "holiday"],
  ["2024-02-13", "compensatory"],
  ["2024-02-14", "compensatory"],
  ["2024-04-18", "holiday"],
  ["2024-04-29", "holiday"],
  ["2024-04-30", "holiday"],
  ["2024-05-01", "holiday"],
  ["2024-05-04", "working"],
] as const);

describe("the cut-off of Decree 09/2019 article 12", () => {
  it.each([
    ["2024-01", "2023-12-15", "2024-01-14"],
    ["2024-03", "2024-02-15", "2024-03-14"],
    ["2024-Q1", "2023-12-15", "2024-03-14"],
    ["2024-Q2", "2024-03-15", "2024-06-14"],
    ["2024-Q4", "2024-09-15", "2024-12-14"],
    ["2024-H1", "2023-12-15", "2024-06-14"],
    ["2024-H2", "2024-06-15", "2024-12-14"],
    ["2024-9M", "2023-12-15", "2024-09-14"],
    ["2024", "2023-12-15", "2024-12-14"],
    ["2024-W05", "2024-01-29", "2024-02-04"],
    ["2024-02-b", "2024-02-16", "2024-02-29"],
    ["2024-03-15", "2024-03-15", "2024-03-15"],
  ])("of %s runs from %s to %s", (code, from, to) => {
    const period = read(code);
    expect(cutoffOf(period, defaultCutoff[period.frequency])).toEqual({ from, to });
  });

  it("may close on another day: the 26th to the 25th, the first to the last day of the month", () => {
    const on25: CutoffRule = { from: { monthOffset: -1, day: 26 }, to: { monthOffset: 0, day: 25 } };
    expect(cutoffOf(read("2024-01"), on25)).toEqual({ from: "2023-12-26", to: "2024-01-25" });
    const whole: CutoffRule = { from: { monthOffset: 0, day: 1 }, to: { monthOffset: 0, day: 31 } };
    expect(cutoffOf(read("2024-02"), whole)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(cutoffOf(read("2023-Q1"), whole)).toEqual({ from: "2023-01-01", to: "2023-03-31" });
  });
});

describe("the working calendar", () => {
  it.each([
    ["2024-02-07", true],
    ["2024-02-08", false],
    ["2024-02-10", false],
    ["2024-02-14", false],
    ["2024-02-15", true],
    ["2024-05-04", true],
    ["2024-05-11", false],
    ["2024-05-12", false],
    ["2024-05-13", true],
  ])("%s is worked: %s", (day, worked) => {
    expect(isWorkingDay(day, calendar)).toBe(worked);
  });

  it("rolls over weekends and Tết, and stays on a worked Saturday", () => {
    expect(rollForward("2024-02-08", calendar)).toBe("2024-02-15");
    expect(rollForward("2024-03-16", calendar)).toBe("2024-03-18");
    expect(rollForward("2024-05-04", calendar)).toBe("2024-05-04");
    expect(rollForward("2024-03-15", calendar)).toBe("2024-03-15");
  });

  it("counts working days after a day, across Tết and the swap of 2024", () => {
    expect(addWorkingDays("2024-02-07", 1, calendar)).toBe("2024-02-15");
    expect(addWorkingDays("2024-02-07", 3, calendar)).toBe("2024-02-19");
    expect(addWorkingDays("2024-04-26", 3, calendar)).toBe("2024-05-04");
    expect(addWorkingDays("2024-04-27", 0, calendar)).toBe("2024-04-27");
  });
});

describe("the deadline", () => {
  const on = (code: string, deadline: DeadlineRule, level: "commune" | "district" = "commune") =>
    deadlineOf(read(code), { cutoff: defaultCutoff.month, deadline }, level, calendar);

  it("is two working days after the cut-off by default", () => {
    expect(on("2024-03", defaultDeadline)).toEqual({ nominal: "2024-03-18", effective: "2024-03-18" });
    // 14/4/2024 is a Sunday; the 15th and 16th are worked, Giỗ Tổ on the 18th is not reached.
    expect(on("2024-04", defaultDeadline)).toEqual({ nominal: "2024-04-16", effective: "2024-04-16" });
    // The cut-off ends on 14/2, inside Tết.
    expect(on("2024-02", defaultDeadline)).toEqual({ nominal: "2024-02-16", effective: "2024-02-16" });
  });

  it("on a fixed day keeps the nominal day and moves the effective one past weekend and holiday", () => {
    expect(on("2024-02", { monthOffset: 0, day: 10 })).toEqual({ nominal: "2024-02-10", effective: "2024-02-15" });
    expect(on("2024-Q1", { monthOffset: 1, day: 27 })).toEqual({ nominal: "2024-04-27", effective: "2024-05-02" });
    expect(on("2023", { monthOffset: 1, day: 1 })).toEqual({ nominal: "2024-01-01", effective: "2024-01-02" });
    expect(on("2024-04", { monthOffset: 0, day: 31 })).toEqual({ nominal: "2024-04-30", effective: "2024-05-02" });
  });

  it("may differ by the level of the unit", () => {
    const rule: DeadlineRule = { monthOffset: 0, day: 20, levels: { commune: { monthOffset: 0, day: 18 }, district: { workingDays: 1 } } };
    expect(on("2024-03", rule).nominal).toBe("2024-03-18");
    expect(on("2024-03", rule, "district").nominal).toBe("2024-03-15");
    expect(deadlineOf(read("2024-03"), { cutoff: defaultCutoff.month, deadline: rule }, "agency", calendar).nominal).toBe("2024-03-20");
  });
});

it("a day begins at midnight in Vietnam, 17:00 of the day before by UTC", () => {
  expect(dayInVietnam(new Date("2024-03-14T16:59:59.999Z"))).toBe("2024-03-14");
  expect(dayInVietnam(new Date("2024-03-14T17:00:00Z"))).toBe("2024-03-15");
  expect(dayInVietnam(new Date("2023-12-31T17:00:00Z"))).toBe("2024-01-01");
});

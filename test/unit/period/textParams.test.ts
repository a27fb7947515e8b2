import { describe, expect, it } from "vitest";
import { cutoffOf, defaultCutoff, fillText, parsePeriod, textParams } from "@/lib/period";

const params = (code: string, locale: "vi" | "en" = "vi") => {
  const outcome = parsePeriod(code);
  if (!outcome.ok) throw new Error(`no period: ${code}`);
  const period = outcome.value;
  return textParams(period, cutoffOf(period, defaultCutoff[period.frequency]), "Phường Cái Khế", locale);
};

describe("the texts of a template", () => {
  it.each([
    ["KH năm {year}", "2024-03", "KH năm 2024"],
    ["TH {year-1}", "2024-Q1", "TH 2023"],
    ["TH {year - 1} và KH {year+1}", "2024", "TH 2023 và KH 2025"],
    ["Lũy kế {month} tháng", "2024-Q3", "Lũy kế 9 tháng"],
    ["Ước TH tháng {month+1}", "2024-12", "Ước TH tháng 1"],
    ["TH tháng {month-1}", "2024-01", "TH tháng 12"],
    ["Quý {quarter}", "2024-05", "Quý 2"],
    ["{period} ({from} – {to})", "2024-Q1", "Quý I năm 2024 (15/12/2023 – 14/3/2024)"],
    ["UBND {unit}", "2024-03", "UBND Phường Cái Khế"],
    ["Tuần {week}", "2024-W05", "Tuần 5"],
  ])("“%s” at %s reads “%s”", (text, code, filled) => {
    expect(fillText(text, params(code))).toBe(filled);
  });

  it("keeps embedded values, unknown names and offsets of words as written", () => {
    for (const text of ["{{t1.r01.c3}}", "{{year}}", "{nobody}", "{unit-1}", "{constructor}", "{}", "{ year }"])
      expect(fillText(text, params("2024-03"))).toBe(text);
  });

  it("fills a unit's name as text and never reads it again", () => {
    expect(fillText("{unit}", { ...params("2024-03"), unit: "{year} $& $1" })).toBe("{year} $& $1");
  });

  it("names the period in the language of the page", () => {
    expect(fillText("{period}", params("2024-Q1", "en"))).toBe("Quarter I of 2024");
  });
});

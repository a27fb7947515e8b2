import { describe, expect, it } from "vitest";
import { cutoffOf, defaultCutoff, parsePeriod, textParams } from "@/lib/period";
import { fillText } from "@/lib/template";

const params = (code: string, locale: "vi" | "en" = "vi") => {
  const outcome = parsePeriod(code);
  if (!outcome.ok) throw new Error(`no period: ${code}`);
  const period = outcome.value;
  return textParams(period, cutoffOf(period, defaultCutoff[period.frequency]), "Phường Cái Khế", locale);
};

describe("the texts of a template", () => {
  it.each([
    ["KH năm {year}", "2024-03", "KH năm 2024"],
    ["TH {year-1} và KH {year+1}", "2024", "TH 2023 và KH 2025"],
    ["Lũy kế {month} tháng", "2024-9M", "Lũy kế 9 tháng"],
    ["Lũy kế {month} tháng", "2024-Q2", "Lũy kế 6 tháng"],
    ["Quý {quarter}", "2024-05", "Quý 2"],
    ["{period} ({from} – {to})", "2024-Q1", "Quý I năm 2024 (15/12/2023 – 14/3/2024)"],
    ["UBND {unit}", "2024-03", "UBND Phường Cái Khế"],
    ["Năm học bắt đầu {year}", "2025-2026", "Năm học bắt đầu 2025"],
  ])("“%s” at %s reads “%s”", (text, code, filled) => {
    expect(fillText({ vi: text }, params(code), "vi")).toBe(filled);
  });

  it("name the period in the language of the page", () => {
    expect(fillText({ vi: "{period}" }, params("2024-Q1", "en"), "en")).toBe("Quarter I of 2024");
  });
});

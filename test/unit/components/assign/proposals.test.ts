import { describe, expect, it } from "vitest";
import { periodsAround } from "@/components/assign/periodsAround";
import { proposeCode, proposeName } from "@/components/assign/proposeRegime";
import { addDays, parsePeriod, periodHolding } from "@/lib/period";
import type { Frequency } from "@/lib/template";

const lead = { id: "1", code: "916", name: "Quận Ninh Kiều" };
const template = (code: string, vi: string) => ({ id: "t", code, title: { vi }, frequencies: ["month"] as const });

describe("the periods offered", () => {
  it("are proposed with that of today, latest first", () => {
    expect(periodsAround("month", "2024-11-24").proposed).toBe("2024-11");
    expect(periodsAround("quarter", "2024-11-24").codes.slice(0, 5)).toEqual(["2025-Q3", "2025-Q2", "2025-Q1", "2024-Q4", "2024-Q3"]);
    expect(periodsAround("onDemand", "2024-11-24")).toEqual({ codes: ["2024-11-24"], proposed: "2024-11-24" });
  });

  it("propose the last that ended where today lies in none", () => {
    expect(periodsAround("nineMonths", "2024-11-24").proposed).toBe("2024-9M");
    expect(periodsAround("schoolYear", "2024-07-10").proposed).toBe("2023-2024");
  });

  it("pass over none, and can all be read", () => {
    const frequencies: readonly Frequency[] = ["week", "halfMonth", "month", "quarter", "halfYear", "nineMonths", "year", "schoolYear"];
    for (const frequency of frequencies) {
      const { codes, proposed } = periodsAround(frequency, "2026-03-01");
      expect(codes).toContain(proposed);
      for (const code of codes) expect(parsePeriod(code), code).toMatchObject({ ok: true, value: { frequency } });
      const daily = new Set(
        Array.from({ length: 40 }, (_, i) => periodHolding(frequency, addDays("2026-02-10", i))).map((it) => JSON.stringify(it)),
      );
      const offered = new Set(
        codes.map((code) => JSON.stringify(parsePeriod(code).ok ? (parsePeriod(code) as { value: unknown }).value : code)),
      );
      for (const period of daily) if (period !== undefined) expect(offered, frequency).toContain(period);
    }
  });
});

describe("a new regime", () => {
  it("is proposed a code of the template and the frequency", () => {
    const propose = (code: string, frequency: Frequency) =>
      proposeCode({ template: template(code, ""), regimes: [], units: [{ ...lead, level: "agency", parentId: null }] }, frequency, lead);
    expect(propose("06-VPCP-KSTT", "quarter")).toBe("06-VPCP-KSTT-QUY");
    expect(propose("KTXH-THANG", "month")).toBe("KTXH-THANG");
    expect(propose("A.III_1", "year")).toBe("A-III-1-NAM");
  });

  it("has the lead's code too where that is a district's, or the simple one is taken", () => {
    const known = { template: template("KTXH-THANG", ""), units: [{ ...lead, level: "district", parentId: null }] as const };
    expect(proposeCode({ ...known, regimes: [] }, "month", lead)).toBe("KTXH-THANG-916");
    const regimes = [{ code: "KTXH-THANG" }] as never;
    expect(proposeCode({ ...known, units: [], regimes }, "month", lead)).toBe("KTXH-THANG-916");
  });

  it("is proposed the title without what differs from period to period", () => {
    expect(proposeName({ template: template("X", "Tình hình kinh tế - xã hội tháng {month} năm {year} và phương hướng") })).toBe(
      "Tình hình kinh tế - xã hội và phương hướng",
    );
    expect(proposeName({ template: template("X", "Kết quả sản xuất tháng {month}/{year}") })).toBe("Kết quả sản xuất");
    expect(proposeName({ template: template("X", "Báo cáo {period}") })).toBe("Báo cáo");
  });
});

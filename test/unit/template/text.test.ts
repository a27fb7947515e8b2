import { describe, expect, test } from "vitest";
import { fillText, textIn } from "@/lib/template";

const params = {
  year: 2026,
  month: 3,
  quarter: 1,
  period: "tháng 3 năm 2026",
  from: "15/02/2026",
  to: "14/03/2026",
  unit: "UBND phường An Cư",
};
const fill = (vi: string, valueAt?: (ref: string) => string | undefined) => fillText({ vi }, params, "vi", valueAt);

describe("a text", () => {
  test("is filled from the period and the unit", () => {
    expect(fill("{unit}: {period}, quý {quarter}/{year}, từ {from} đến {to}, tháng {month}")).toBe(
      "UBND phường An Cư: tháng 3 năm 2026, quý 1/2026, từ 15/02/2026 đến 14/03/2026, tháng 3",
    );
  });

  test("reckons years", () => {
    expect(fill("KH {year+1}, TH {year-1}")).toBe("KH 2027, TH 2025");
  });

  test("embeds values by their reference", () => {
    expect(fill("{{t1.r01.c3}} hộ, {{ f.dan_so }} người", (ref) => ({ "t1.r01.c3": "1.234", "f.dan_so": "5" })[ref])).toBe(
      "1.234 hộ, 5 người",
    );
  });

  test("shows an ellipsis where something is not known, so that the gap is seen", () => {
    expect(fill("{{t1.r01.c3}} {month-1} {nam}")).toBe("… … …");
    expect(fillText({ vi: "tháng {month}" }, { year: 2026 }, "vi")).toBe("tháng …");
  });

  test("leaves other braces and HTML alone", () => {
    expect(fill("<b>{}</b> { year } {1} }{ {{a}")).toBe("<b>{}</b> { year } {1} }{ {…");
  });

  test("does not fill what a value brings in", () => {
    expect(fill("{{t1.r01.c3}}", () => "{year} {{t1.r01.c3}}")).toBe("{year} {{t1.r01.c3}}");
  });

  test("falls back to Vietnamese", () => {
    expect([textIn({ vi: "Có", en: "Yes" }, "en"), textIn({ vi: "Có", en: "" }, "en"), textIn({ vi: "Có" }, "en")]).toEqual([
      "Yes",
      "Có",
      "Có",
    ]);
  });
});

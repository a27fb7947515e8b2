import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, parseNumber } from "@/lib/form/number";
import { roundHalfAway } from "@/lib/formula";
import { say } from "@/lib/messages";

describe("a number as it is typed", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["1234,5", 1234.5],
    ["1.000", 1000],
    ["1.234.567,89", 1234567.89],
    ["1000", 1000],
    ["007", 7],
    ["0", 0],
    ["0,5", 0.5],
    ["-5", -5],
    ["−5", -5],
    ["–5", -5],
    ["- 5", -5],
    ["+5", 5],
    ["  12 ", 12],
    ["\u00a012\u00a0", 12],
    ["1 234 567,5", 1234567.5],
    ["1\u00a0234\u00a0567", 1234567],
    ["1\u202f234", 1234],
    ["-0", 0],
    ["", null],
    ["   ", null],
    ["-", "-"],
    ["–", "-"],
    [" − ", "-"],
    ["x", "x"],
    ["X", "x"],
  ])("%j in Vietnamese is %j", (text, value) => {
    expect(parseNumber(text, "vi")).toEqual({ ok: true, value });
  });

  it.each([
    ["1,234.5", 1234.5],
    ["1,000", 1000],
    ["1.5", 1.5],
    ["1234.5", 1234.5],
  ])("%j in English is %j", (text, value) => {
    expect(parseNumber(text, "en")).toEqual({ ok: true, value });
  });

  it.each([
    ["2,5", 0, 3],
    ["-2,5", 0, -3],
    ["1,0050", 2, 1.01],
    ["2,6751", 2, 2.68],
    ["1,005", 3, 1.005],
    ["1234,005", 2, 1234.01],
    ["0,4349", 2, 0.43],
    ["0,125", 0, 0],
    ["-0,4", 0, 0],
    ["1234,5678", 2, 1234.57],
  ])("%s to %i decimals is %d", (text, decimals, value) => {
    expect(parseNumber(text, "vi", { decimals })).toEqual({ ok: true, value });
  });

  it.each([
    ["abc", "notANumber"],
    ["12a", "notANumber"],
    ["1.23.4", "notANumber"],
    ["1.2345", "otherConvention"],
    ["12.34,5", "notANumber"],
    ["1 23", "notANumber"],
    ["1.234 567", "notANumber"],
    ["1,2,3", "notANumber"],
    ["1e5", "notANumber"],
    ["1,", "notANumber"],
    [",5", "notANumber"],
    ["--5", "notANumber"],
    ["5-", "notANumber"],
    ["xx", "notANumber"],
    ["0x1F", "notANumber"],
    ["Infinity", "notANumber"],
    ["١٢", "notANumber"],
    ["1,234.5", "otherConvention"],
    ["1.5", "otherConvention"],
    ["0.123", "otherConvention"],
    ["1,234,567", "otherConvention"],
    ["1000000000000000", "tooLarge"],
  ])("%j in Vietnamese is refused: %s", (text, code) => {
    expect(parseNumber(text, "vi")).toMatchObject({ ok: false, error: { code: `number.${code}`, severity: "error" } });
  });

  it("is refused with the way to write it", () => {
    const refused = (text: string, locale: "vi" | "en", decimals?: number) => {
      const parsed = parseNumber(text, locale, decimals === undefined ? {} : { decimals });
      return parsed.ok ? parsed.value : say(parsed.error, locale);
    };
    expect(refused("1,234.5", "vi")).toBe(
      "“1,234.5” viết theo kiểu tiếng Anh; ở đây dấu chấm ngăn hàng nghìn và dấu phẩy là dấu thập phân: 1.234,5",
    );
    expect(refused("1.234.567", "en")).toContain("1,234,567");
    expect(refused("1,234", "vi", 0)).toBe(
      "“1,234” có ba chữ số sau dấu phẩy, ô này nhận số nguyên; nếu là hàng nghìn hãy viết 1.234, nếu là số thập phân hãy viết 1",
    );
    expect(refused("-1,234", "vi", 2)).toBe(
      "“-1,234” có ba chữ số sau dấu phẩy, ô này lấy 2 chữ số thập phân; nếu là hàng nghìn hãy viết -1.234, nếu là số thập phân hãy viết -1,23",
    );
    expect(refused("1.234", "en", 0)).toContain("write 1,234");
    expect(refused("1.234", "en", 1)).toContain("takes 1 decimal; if thousands are meant, write 1,234; if a decimal number, write 1.2");
    expect(refused("99999999999999", "vi", 2)).toContain("tối đa 13 chữ số");
    expect(refused("abc", "vi")).toContain("“abc” không phải là số");
  });

  it("never throws, whatever the text", () => {
    const pieces = fc.array(fc.constantFrom(..."0123456789.,-–−+xX \u00a0e%()"), { maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), fc.constantFrom("vi" as const, "en" as const), (text, locale) => {
        const parsed = parseNumber(text, locale, { decimals: 2 });
        if (parsed.ok && typeof parsed.value === "number") expect(Number.isFinite(parsed.value)).toBe(true);
      }),
    );
  });
});

describe("a number as it is shown", () => {
  it.each([
    [1234567.89, 2, "1.234.567,89"],
    [0.145 * 3, 2, "0,44"],
    [-1234.5, 0, "-1.235"],
    [-0.001, 2, "0,00"],
    [999, 0, "999"],
    [1000, 0, "1.000"],
    [12, 3, "12,000"],
    [1e21, 0, "1.000.000.000.000.000.000.000"],
    [Number.NaN, 2, ""],
  ])("%d with %i decimals in Vietnamese is %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals, "vi")).toBe(text);
  });

  it("has the other signs in English", () => {
    expect(formatNumber(1234567.89, 2, "en")).toBe("1,234,567.89");
  });

  it("reads back as the number, rounded", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9e8, max: 9e8, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom("vi" as const, "en" as const),
        (value, decimals, locale) => {
          expect(parseNumber(formatNumber(value, decimals, locale), locale, { decimals })).toEqual({
            ok: true,
            value: roundHalfAway(value, decimals),
          });
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { sampleCalendar } from "@/lib/sample/sampleCalendar";

const kindOf = (day: string) => sampleCalendar().find((it) => it.day === day)?.kind;

describe("the working calendar of the sample", () => {
  it.each([
    ["2024-01-01", "holiday"],
    ["2024-02-10", "holiday"],
    ["2024-04-18", "holiday"],
    ["2026-04-26", "holiday"],
  ])("knows %s as a holiday", (day, kind) => expect(kindOf(day)).toBe(kind));

  it("gives the next working day off for a holiday on a weekly day off: Giỗ Tổ of 2026 is a Sunday", () => {
    expect(kindOf("2026-04-27")).toBe("compensatory");
  });

  it("gives a day off for each of two holidays of one weekend: Tết of 2024", () => {
    expect([kindOf("2024-02-14"), kindOf("2024-02-15")]).toEqual(["compensatory", "compensatory"]);
  });

  it("works the Saturday that was swapped for a bridge day", () => {
    expect([kindOf("2024-04-29"), kindOf("2024-05-04")]).toEqual(["compensatory", "working"]);
  });

  it("names each day once, in order", () => {
    const days = sampleCalendar().map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].sort());
  });
});

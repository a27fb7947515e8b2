import IntlMessageFormat from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { daysBetween, lateness } from "@/components/ui/days";
import { messagesOf } from "@/lib/messages";

const overdue = (locale: "vi" | "en", days: number): string => {
  const { shell } = messagesOf(locale) as unknown as { shell: { deadline: { overdue: string } } };
  return String(new IntlMessageFormat(shell.deadline.overdue, locale).format(lateness(days)));
};

describe("a deadline that has passed", () => {
  it("is told in days within a year", () => {
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
    expect([overdue("vi", 1), overdue("vi", 365)]).toEqual(["quá hạn 1 ngày", "quá hạn 365 ngày"]);
    expect([overdue("en", 1), overdue("en", 12)]).toEqual(["1 day overdue", "12 days overdue"]);
  });

  it("is told in whole years from a year on", () => {
    expect([overdue("vi", 366), overdue("vi", 889)]).toEqual(["quá hạn hơn 1 năm", "quá hạn hơn 2 năm"]);
    expect([overdue("en", 366), overdue("en", 889)]).toEqual(["over 1 year late", "over 2 years late"]);
  });
});

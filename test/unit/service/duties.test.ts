import { describe, expect, it } from "vitest";
import { isLate } from "@/lib/service/reports/isLate";
import { receptionOpen } from "@/lib/service/reports/receptionOpen";

describe("a duty is late", () => {
  it.each([
    ["sent on its last day, an hour before midnight in Vietnam", "2024-03-18T16:00:00Z", "2024-04-30T00:00:00Z", false],
    ["sent a minute after that day has ended in Vietnam", "2024-03-18T17:01:00Z", "2024-04-30T00:00:00Z", true],
    ["not sent, on its last day", null, "2024-03-18T16:59:00Z", false],
    ["not sent, when that day has ended in Vietnam", null, "2024-03-18T17:00:00Z", true],
  ])("or not: %s", (_, sentAt, now, late) => {
    expect(isLate("2024-03-18", sentAt === null ? null : new Date(sentAt), new Date(now))).toBe(late);
  });
});

describe("the reception", () => {
  const opensAt = new Date("2024-03-01T00:00:00+07:00");
  const closedAt = new Date("2024-03-20T00:00:00+07:00");
  it.each([
    ["has not opened yet", null, [], "2024-02-29T16:59:59Z", false],
    ["is open from its day on", null, [], "2024-02-29T17:00:00Z", true],
    ["is closed from the moment that it is closed", closedAt, [], "2024-03-19T17:00:00Z", false],
    ["is open before it", closedAt, [], "2024-03-19T16:59:59Z", true],
    ["takes back what the lead agency returned, closed or not", closedAt, ["send", "return"], "2024-05-01T00:00:00Z", true],
    ["takes back what it reopened", closedAt, ["accept", "reopen"], "2024-05-01T00:00:00Z", true],
    ["does not take what was recalled", closedAt, ["send", "recall"], "2024-05-01T00:00:00Z", false],
  ])("%s", (_, closed, actions, now, open) => {
    expect(
      receptionOpen(
        { opensAt, closedAt: closed },
        actions.map((action) => ({ action })),
        new Date(now),
      ),
    ).toBe(open);
  });
});

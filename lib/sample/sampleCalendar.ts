import type { calendarDays } from "@/lib/db";
import { addDays, type Day, isWorkingDay, printDay, rollForward } from "@/lib/period";
import holidays from "./holidays.json";

/**
 * Government swaps of a bridge day for a Saturday, as they are remembered; an administrator corrects them by the yearly
 * notices.
 */
const swaps: readonly { readonly off: Day; readonly worked: Day }[] = [
  { off: "2024-04-29", worked: "2024-05-04" },
  { off: "2025-05-02", worked: "2025-04-26" },
  { off: "2026-01-02", worked: "2026-01-10" },
  { off: "2026-08-31", worked: "2026-08-22" },
];

/**
 * The working calendar of 2024 to 2027: the holidays of the Labour Code (article 112; Tết as the eve and four days), a
 * compensatory day for each that falls on a weekly day off (article 111.3), and the swaps.
 */
export function sampleCalendar(): readonly (typeof calendarDays.$inferInsert)[] {
  const days = new Map<Day, "holiday" | "compensatory" | "working">();
  const notes = new Map<Day, string>();
  const set = (day: Day, kind: "holiday" | "compensatory" | "working", note: string) => {
    days.set(day, kind);
    notes.set(day, note);
  };
  for (const { day, note } of holidays) set(day, "holiday", note);
  for (const { off, worked } of swaps) {
    set(off, "compensatory", `Nghỉ hoán đổi, làm bù ngày ${printDay(worked)}`);
    set(worked, "working", `Làm bù cho ngày ${printDay(off)}`);
  }
  for (const { day, note } of holidays) {
    if (isWorkingDay(day, new Map())) continue;
    set(rollForward(addDays(day, 1), days), "compensatory", `Nghỉ bù ${note}`);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, kind]) => ({ day, kind, note: notes.get(day) ?? "" }));
}

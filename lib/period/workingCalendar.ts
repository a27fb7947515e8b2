import { addDays, type Day, weekday } from "./day";

/** Days that differ from the rule of Monday to Friday; `working`: a Saturday worked in exchange for a bridge day. */
export type WorkingCalendar = ReadonlyMap<Day, "holiday" | "compensatory" | "working">;

/** Monday to Friday, unless the calendar says otherwise. */
export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean => {
  const kind = calendar.get(day);
  return kind === undefined ? weekday(day) <= 5 : kind === "working";
};

/** The day itself when worked, else the next that is (Decision 851 article 24.2). */
export const rollForward = (day: Day, calendar: WorkingCalendar): Day => {
  let it = day;
  // Ends: past the last day of the calendar every week has five working days.
  while (!isWorkingDay(it, calendar)) it = addDays(it, 1);
  return it;
};

/** The n-th working day after a day; the day itself for 0. */
export const addWorkingDays = (day: Day, days: number, calendar: WorkingCalendar): Day => {
  let it = day;
  for (let left = days; left > 0; left--) it = rollForward(addDays(it, 1), calendar);
  return it;
};

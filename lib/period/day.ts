/**
 * Days of the calendar as `YYYY-MM-DD`: no hour, no zone, compared as text. Only "today" has a zone, and that is
 * Asia/Ho_Chi_Minh: UTC+7 all year.
 */
export type Day = string;

const msOfDay = 86_400_000;
const vietnamOffsetMs = 7 * 3_600_000;

const toMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, of the years 1900 to 2199: `2026-02-29` is not. */
export const isDay = (text: string): boolean => {
  // Year 0000 and the like are days for JavaScript, but neither for Postgres nor for anybody's report.
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = toMs(text);
  return !Number.isNaN(ms) && fromMs(ms) === text;
};

/** The day in Vietnam at a moment. */
export const dayInVietnam = (moment: Date): Day => fromMs(moment.getTime() + vietnamOffsetMs);

/** A day of a month counted from January of a year (month 1 to 12, or beyond); a day past the month's end is its last. */
export const dayOf = (year: number, month: number, day: number): Day => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromMs(Date.UTC(year, month - 1, Math.min(day, last)));
};

export const addDays = (day: Day, days: number): Day => fromMs(toMs(day) + days * msOfDay);

/** 1 Monday to 7 Sunday. */
export const weekday = (day: Day): number => new Date(toMs(day)).getUTCDay() || 7;

/** Days from one to another; 0 for the same day. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toMs(to) - toMs(from)) / msOfDay);

/** As tables and texts print it: 15/12/2023, 14/3/2024. */
export const printDay = (day: Day): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}/${month}/${year}`;
};

export { type CutoffRule, cutoffOf, defaultCutoff, type MonthDay } from "./cutoff";
export { addDays, type Day, dayInVietnam, isDay, printDay } from "./day";
export { type Deadline, type DeadlineRule, deadlineOf, defaultDeadline } from "./deadline";
export { periodLabel } from "./label";
export {
  type DayRange,
  earlierInYear,
  type Period,
  parsePeriod,
  periodCode,
  periodHolding,
  periodRange,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from "./period";
export { textParams } from "./textParams";
export { addWorkingDays, isWorkingDay, rollForward, type WorkingCalendar } from "./workingCalendar";

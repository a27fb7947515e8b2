/** Whole days from one calendar day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The calendar day of a moment in Asia/Ho_Chi_Minh (UTC+7, no summer time), `YYYY-MM-DD`. */
export const vietnamDay = (moment: Date): string => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

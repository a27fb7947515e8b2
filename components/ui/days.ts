/** Whole days from one calendar day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How long overdue, as people say it: days, and from a year on the whole years that have passed (else 0). */
export const lateness = (days: number): { readonly days: number; readonly years: number } => ({ days, years: Math.floor(days / 365.25) });

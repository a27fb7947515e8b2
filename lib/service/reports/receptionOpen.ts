/**
 * Whether the lead agency takes a report in (Decision 851 articles 12 and 24.3): once opened and until closed; a
 * report that it returned or reopened itself may come back after closing.
 */
export const receptionOpen = (
  assignment: { readonly opensAt: Date; readonly closedAt: Date | null },
  events: readonly { readonly action: string }[],
  now: Date,
): boolean => {
  if (now < assignment.opensAt) return false;
  if (assignment.closedAt === null || now < assignment.closedAt) return true;
  return events.some(({ action }) => action === "return" || action === "reopen");
};

import { dayInVietnam } from "@/lib/period";

/** Sent after the day of its deadline in Vietnam, or not sent and that day is over. */
export const isLate = (deadline: string, sentAt: Date | null, now: Date): boolean => dayInVietnam(sentAt ?? now) > deadline;

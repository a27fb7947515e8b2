/** States of a report (DESIGN 9). */
export const reportStates = ["draft", "submitted", "approved", "signed", "sent", "accepted", "returned"] as const;
export type ReportState = (typeof reportStates)[number];

/** Acts that move a report from state to state. */
export const reportActions = ["submit", "reject", "approve", "sign", "send", "recall", "accept", "return", "revise", "reopen"] as const;
export type ReportAction = (typeof reportActions)[number];

/** The one state in which values may be changed; a returned report is first taken back to work by `revise`. */
export const isEditable = (state: ReportState): boolean => state === "draft";

/** The states in which the lead agency holds the report: what an aggregate counts as received. */
export const receivedStates = ["sent", "accepted"] as const satisfies readonly ReportState[];

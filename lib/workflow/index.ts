/** States of a report (DESIGN 9). */
export const reportStates = ["draft", "submitted", "approved", "signed", "sent", "accepted", "returned"] as const;
export type ReportState = (typeof reportStates)[number];

/** Acts that move a report from state to state. */
export const reportActions = ["submit", "reject", "approve", "sign", "send", "recall", "accept", "return", "revise", "reopen"] as const;
export type ReportAction = (typeof reportActions)[number];

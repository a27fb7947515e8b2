import type { Role } from "@/lib/auth/actor";
import type { ReportAction, ReportState } from "./states";

/** On whose side a role is held: at the unit that reports, or at the lead agency that assigned the report. */
export type Side = "reporting" | "lead";

/**
 * What must hold beyond state and role.
 * - `noErrors`: no finding of severity error in the values
 * - `receptionOpen`: the lead agency takes reports in
 * - `unread`: nobody at the lead agency has opened the report
 */
export type Guard = "noErrors" | "receptionOpen" | "unread";

/**
 * What a transition writes beside the new state and its event.
 * - `number`: document number and date, given with the act
 * - `snapshot`: the content, frozen, with its hash
 * - `sentAt`, `acceptedAt`: the moment
 * - `indicators`: figures of catalogued indicators go to the warehouse
 * - `clearSent`: number, date, sent and read moments are emptied (their history stays in the events and snapshots)
 * - `clearAccepted`: the moment of acceptance is emptied and the warehouse figures are withdrawn
 */
export type Effect = "number" | "snapshot" | "sentAt" | "acceptedAt" | "indicators" | "clearSent" | "clearAccepted";

/** One line of the state machine. */
export interface Transition {
  readonly from: ReportState;
  readonly to: ReportState;
  readonly by: { readonly role: Role; readonly side: Side };
  readonly reasonNeeded: boolean;
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
}

const reporter = { role: "reporter", side: "reporting" } as const;
const approver = { role: "approver", side: "reporting" } as const;
const sender = { role: "sender", side: "reporting" } as const;
const lead = { role: "aggregator", side: "lead" } as const;

/**
 * The state machine of DESIGN 9. Each act starts from exactly one state. Roles follow Decision 851 article 18: the
 * reporter fills, the leader approves (or rejects with a reason, article 21.4) and signs, the sender sends what is
 * signed, the lead agency accepts or returns (articles 11 and 12). A deadline that has passed forbids nothing: a late
 * report is late, and only the lead agency's closing of the reception stops it (article 24.3).
 */
export const transitions: Readonly<Record<ReportAction, Transition>> = {
  submit: { from: "draft", to: "submitted", by: reporter, reasonNeeded: false, guards: ["receptionOpen", "noErrors"], effects: [] },
  reject: { from: "submitted", to: "draft", by: approver, reasonNeeded: true, guards: [], effects: [] },
  approve: { from: "submitted", to: "approved", by: approver, reasonNeeded: false, guards: [], effects: [] },
  sign: { from: "approved", to: "signed", by: approver, reasonNeeded: false, guards: [], effects: [] },
  send: {
    from: "signed",
    to: "sent",
    by: sender,
    reasonNeeded: false,
    guards: ["receptionOpen", "noErrors"],
    effects: ["number", "snapshot", "sentAt"],
  },
  recall: { from: "sent", to: "draft", by: sender, reasonNeeded: false, guards: ["unread"], effects: ["clearSent"] },
  accept: { from: "sent", to: "accepted", by: lead, reasonNeeded: false, guards: [], effects: ["acceptedAt", "indicators"] },
  return: { from: "sent", to: "returned", by: lead, reasonNeeded: true, guards: [], effects: ["clearSent"] },
  revise: { from: "returned", to: "draft", by: reporter, reasonNeeded: false, guards: [], effects: [] },
  reopen: { from: "accepted", to: "returned", by: lead, reasonNeeded: true, guards: [], effects: ["clearSent", "clearAccepted"] },
};

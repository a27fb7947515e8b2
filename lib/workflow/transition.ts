import type { Role } from "@/lib/auth/actor";
import { isDay } from "@/lib/period";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { type ReportAction, type ReportState, reportActions } from "./states";
import { type Effect, type Guard, type Side, transitions } from "./transitions";

/** What is known of the report. */
export interface ReportFacts {
  readonly state: ReportState;
  /** Somebody at the lead agency has opened it since it was sent. */
  readonly read: boolean;
  /** The lead agency takes it in: opened, and not closed; a report that the lead agency returned may come back after closing. */
  readonly receptionOpen: boolean;
  /** Findings of severity error in its values. */
  readonly errors: number;
}

/** What is known of who acts: the roles held at the reporting unit and at the lead agency (`partsIn` of lib/auth). */
export interface ActorFacts {
  readonly parts: readonly { readonly role: Role; readonly side: Side }[];
}

/** The act and what is given with it. */
export interface Act {
  readonly action: ReportAction;
  readonly reason?: string | undefined;
  readonly documentNumber?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly documentDate?: string | undefined;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`: a document is not dated ahead. */
  readonly today: string;
}

/** What a permitted act does. */
export interface Move {
  readonly action: ReportAction;
  readonly from: ReportState;
  readonly to: ReportState;
  /** Trimmed and composed (NFC); null where none was given. */
  readonly reason: string | null;
  /** Where the effects have `number`. */
  readonly document: { readonly number: string; readonly date: string } | null;
  readonly effects: readonly Effect[];
}

/** Longest reason, in characters. */
export const reasonLimit = 2000;
/** Longest document number, in characters: `123/BC-UBND` and room to spare. */
export const documentNumberLimit = 60;

const problem = (code: string, at = "", params: Problem["params"] = {}): Problem => ({ code, params, at, severity: "error" });

const holdsPart = (action: ReportAction, actor: ActorFacts): boolean => {
  const { by } = transitions[action];
  return actor.parts.some((part) => part.role === by.role && part.side === by.side);
};

const broken = (guard: Guard, report: ReportFacts): Problem | undefined => {
  switch (guard) {
    case "noErrors":
      return report.errors > 0 ? problem("workflow.hasErrors", "", { count: report.errors }) : undefined;
    case "receptionOpen":
      return report.receptionOpen ? undefined : problem("workflow.receptionClosed");
    case "unread":
      return report.read ? problem("workflow.alreadyRead") : undefined;
  }
};

const documentOf = (act: Act): Result<Move["document"], Problem> => {
  const number = (act.documentNumber ?? "").normalize("NFC").trim();
  const date = act.documentDate ?? "";
  if (number === "") return fail(problem("workflow.numberNeeded", "/documentNumber"));
  if (number.length > documentNumberLimit)
    return fail(problem("workflow.numberTooLong", "/documentNumber", { limit: documentNumberLimit, length: number.length }));
  if (!isDay(date)) return fail(problem("workflow.dateNeeded", "/documentDate"));
  if (date > act.today) return fail(problem("workflow.dateAhead", "/documentDate", { date, today: act.today }));
  return ok({ number, date });
};

/**
 * Decides one act on a report: the move to make, or why not. Checked in this order, so that nobody learns of a state
 * that is none of their business: role, state, guards, reason, document number and date.
 * Errors: `workflow.notYourRole`, `workflow.wrongState`, `workflow.hasErrors`, `workflow.receptionClosed`,
 * `workflow.alreadyRead`, `workflow.reasonNeeded`, `workflow.reasonTooLong`, `workflow.numberNeeded`,
 * `workflow.numberTooLong`, `workflow.dateNeeded`, `workflow.dateAhead`.
 */
export const transition = (report: ReportFacts, act: Act, actor: ActorFacts): Result<Move, Problem> => {
  const { action } = act;
  const line = transitions[action];
  if (!holdsPart(action, actor)) return fail(problem("workflow.notYourRole", "", { action, role: line.by.role }));
  if (report.state !== line.from) return fail(problem("workflow.wrongState", "", { action, state: report.state, needed: line.from }));
  for (const guard of line.guards) {
    const why = broken(guard, report);
    if (why) return fail(why);
  }
  const reason = (act.reason ?? "").normalize("NFC").trim();
  if (line.reasonNeeded && reason === "") return fail(problem("workflow.reasonNeeded", "/reason", { action }));
  if (reason.length > reasonLimit) return fail(problem("workflow.reasonTooLong", "/reason", { limit: reasonLimit, length: reason.length }));
  const document: Result<Move["document"], Problem> = line.effects.includes("number") ? documentOf(act) : ok(null);
  if (!document.ok) return document;
  return ok({
    action,
    from: line.from,
    to: line.to,
    reason: reason === "" ? null : reason,
    document: document.value,
    effects: line.effects,
  });
};

/**
 * The acts to offer to this actor now, in the order of `reportActions`. Errors in the values hide nothing: whoever
 * submits is told what is wrong.
 */
export const actionsFrom = (report: Omit<ReportFacts, "errors">, actor: ActorFacts): readonly ReportAction[] =>
  reportActions.filter(
    (action) =>
      transitions[action].from === report.state &&
      holdsPart(action, actor) &&
      transitions[action].guards.every((guard) => broken(guard, { ...report, errors: 0 }) === undefined),
  );

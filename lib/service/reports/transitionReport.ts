import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { can, partsIn } from "@/lib/auth/permission";
import { type Database, indicatorValues, reportEvents, reportSnapshots, reports } from "@/lib/db";
import { entered, narrativeFindings } from "@/lib/form";
import type { Finding } from "@/lib/form/types";
import { dayInVietnam } from "@/lib/period";
import type { Problem } from "@/lib/problem";
import { ok } from "@/lib/result";
import type { Outcome, Refusal, ServiceContext } from "@/lib/service/context";
import { readsHistory } from "@/lib/service/historyOf";
import { refuse } from "@/lib/service/refusal";
import type { TransitionInput, TransitionOutput } from "@/lib/service/types";
import { type Effect, type Move, transition, transitions } from "@/lib/workflow";
import { canonicalJson } from "./canonicalJson";
import { indicatorFigures } from "./indicatorFigures";
import { type OpenedReport, openStored } from "./openStored";
import { receptionOpen } from "./receptionOpen";
import { reportEventsOf } from "./reportEventsOf";
import { storedContent, writeContent } from "./storedContent";
import type { StoredReport } from "./storedReport";
import { visibleReport } from "./visibleReport";

/**
 * Moves a report on by one act of the workflow, in one transaction: its state and revision, the event, and what the
 * act writes besides (the frozen snapshot with its hash on sending, the indicators' figures on acceptance). An act
 * that this account has just done is answered as done, so that it may be repeated when the answer was lost.
 *
 * Refused: `report.notFound`; `report.staleRevision` where the report moved on since `input.revision` (conflict);
 * `report.nothingEntered` where an empty report is submitted; everything of `transition` in lib/workflow, with the errors found in the values where they are the reason.
 */
export async function transitionReport(context: ServiceContext, reportId: string, input: TransitionInput): Outcome<TransitionOutput> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const visible = await visibleReport(tx, context, reportId, { lock: "update" });
    if (!visible.ok) return visible;
    const { stored, subject, tree } = visible.value;
    const { action } = input;
    if (!can(actor, `report.${action}`, subject, tree)) {
      return refuse("forbidden", { code: "workflow.notYourRole", params: { action, role: transitions[action].by.role } });
    }
    const repeated = await alreadyDone(tx, stored, input, actor.accountId);
    if (repeated) return ok({ state: stored.state, revision: stored.revision, hash: await hashOf(tx, stored) });
    if (input.revision !== stored.revision) {
      return refuse("conflict", { code: "report.staleRevision", params: { revision: input.revision, current: stored.revision } });
    }

    const needsForm = transitions[action].guards.includes("noErrors") || transitions[action].effects.includes("indicators");
    const opened = needsForm ? await openStored(tx, stored) : undefined;
    const errors = opened ? findingsOf(opened).filter(({ severity }) => severity === "error") : [];
    const move = transition(
      {
        state: stored.state,
        read: stored.readAt !== null,
        receptionOpen: receptionOpen(stored.assignment, await reportEventsOf(tx, stored.id), now),
        errors: errors.length,
      },
      { ...input, today: dayInVietnam(now) },
      partsIn(actor, subject),
    );
    if (!move.ok) {
      return refuse(
        kindOf(move.error),
        move.error,
        move.error.code === "workflow.hasErrors" ? errors.slice(0, shownErrors).map(asProblem) : [],
      );
    }
    // That somebody clicked says nothing of the figures: a report without any is no report.
    if (opened && action === "submit" && entered(opened.form, opened.content.narrative).nothing) {
      return refuse("invalid", { code: "report.nothingEntered" });
    }

    const revision = stored.revision + 1;
    const kept = opened && action === "submit" ? await keepJudged(tx, stored, opened) : move.value.to === "draft" ? { history: null } : {};
    await tx
      .update(reports)
      .set({ state: move.value.to, revision, updatedAt: now, ...kept, ...columnsOf(move.value, now) })
      .where(eq(reports.id, stored.id));
    await tx.insert(reportEvents).values({
      reportId: stored.id,
      action,
      fromState: move.value.from,
      toState: move.value.to,
      reason: move.value.reason,
      revision,
      accountId: actor.accountId,
      happenedAt: now,
    });
    const hash = move.value.effects.includes("snapshot") ? await freeze(tx, stored, { move: move.value, revision, now }) : null;
    if (opened && move.value.effects.includes("indicators")) await keepIndicators(tx, stored, opened);
    if (move.value.effects.includes("clearAccepted")) await tx.delete(indicatorValues).where(eq(indicatorValues.reportId, stored.id));
    return ok({ state: move.value.to, revision, hash });
  });
}

const findingsOf = ({ form, version, content }: OpenedReport): readonly Finding[] => [
  ...form.findings(),
  ...narrativeFindings(version.compiled, content.narrative),
];

/**
 * What was computed anew to be judged is what the leader gets to see, and what is sent: its figures stand from here on,
 * with what they read of other periods.
 */
async function keepJudged(tx: Transaction, stored: StoredReport, { form, version, context }: OpenedReport) {
  const extras = await writeContent(tx, stored, form);
  return { ...extras, history: readsHistory(version.template) ? context.history : null };
}

type Transaction = Pick<Database, "select" | "insert" | "update" | "delete">;

/** Errors listed beside the headline; a form of thousands of cells would else answer with all of them. */
const shownErrors = 200;

const asProblem = ({ code, params, at, severity, span }: Finding): Problem => ({ code, params, at, severity, ...(span ? { span } : {}) });

const kindOf = ({ code }: Problem): Refusal["kind"] => {
  switch (code) {
    case "workflow.notYourRole":
      return "forbidden";
    case "workflow.wrongState":
    case "workflow.receptionClosed":
    case "workflow.alreadyRead":
      return "conflict";
    default:
      return "invalid";
  }
};

/** Whether the report's last event is this very act, done by this account from the revision that it names. */
async function alreadyDone(tx: Transaction, stored: StoredReport, input: TransitionInput, accountId: string): Promise<boolean> {
  if (input.revision !== stored.revision - 1) return false;
  const [last] = await tx
    .select({ action: reportEvents.action, revision: reportEvents.revision, accountId: reportEvents.accountId })
    .from(reportEvents)
    .where(eq(reportEvents.reportId, stored.id))
    .orderBy(desc(reportEvents.id))
    .limit(1);
  return last?.action === input.action && last.revision === stored.revision && last.accountId === accountId;
}

async function hashOf(tx: Transaction, { id, revision }: StoredReport): Promise<string | null> {
  const [snapshot] = await tx
    .select({ hash: reportSnapshots.hash })
    .from(reportSnapshots)
    .where(and(eq(reportSnapshots.reportId, id), eq(reportSnapshots.revision, revision)));
  return snapshot?.hash ?? null;
}

/** Columns of the report that an act's effects write. */
const columnsOf = ({ effects, document }: Move, now: Date): Partial<typeof reports.$inferInsert> => {
  const has = (effect: Effect): boolean => effects.includes(effect);
  return {
    ...(document ? { documentNumber: document.number, documentDate: document.date } : {}),
    ...(has("sentAt") ? { sentAt: now, readAt: null } : {}),
    ...(has("acceptedAt") ? { acceptedAt: now } : {}),
    ...(has("clearSent") ? { documentNumber: null, documentDate: null, sentAt: null, readAt: null } : {}),
    ...(has("clearAccepted") ? { acceptedAt: null } : {}),
  };
};

/** Keeps what is sent, as it is sent; the hash is SHA-256 of its canonical JSON. */
async function freeze(
  tx: Transaction,
  stored: StoredReport,
  { move, revision, now }: { readonly move: Move; readonly revision: number; readonly now: Date },
): Promise<string> {
  const content = {
    format: 1,
    regime: stored.regime.code,
    period: stored.period,
    unit: { code: stored.unit.code, name: stored.unit.name },
    templateVersion: stored.templateVersionId,
    document: move.document,
    content: await storedContent(tx, stored),
  };
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  await tx.insert(reportSnapshots).values({ reportId: stored.id, revision, content, hash, takenAt: now });
  return hash;
}

/**
 * Approved figures of catalogued indicators go to the warehouse; those of an earlier acceptance are replaced. Rows are
 * the report's own: no other report's figure is touched (`standingIndicators` says which one counts).
 */
async function keepIndicators(tx: Transaction, { id, unit, period }: StoredReport, { form, content }: OpenedReport): Promise<void> {
  await tx.delete(indicatorValues).where(eq(indicatorValues.reportId, id));
  const rows = indicatorFigures(form, content.cells).map((figure) => ({ ...figure, unitId: unit.id, period, reportId: id }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) await tx.insert(indicatorValues).values(rows.slice(from, from + rowsAtOnce));
}

/** A statement takes 65,535 parameters; a row has six. */
const rowsAtOnce = 5000;

import { eq } from "drizzle-orm";
import { can, partsIn } from "@/lib/auth/permission";
import { reports } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { ReportDetail } from "@/lib/service/types";
import { actionsFrom, isEditable } from "@/lib/workflow";
import { isLate } from "./isLate";
import { openStored } from "./openStored";
import { receptionOpen } from "./receptionOpen";
import { reportCutoff } from "./reportCutoff";
import { reportEventsOf } from "./reportEventsOf";
import { type VisibleReport, visibleReport } from "./visibleReport";

export interface OpenOptions {
  /**
   * `noted`: somebody of the lead agency who opens a report that was sent to it has read it, and it cannot be recalled
   * any more. `unnoted` where nobody need have seen it: a document, a request that another site may have caused.
   */
  readonly reading: "noted" | "unnoted";
}

/**
 * A report with all that its page needs, read at one moment. Refused: `report.notFound`, also for a report that the
 * actor may not see.
 */
export async function openReport(
  context: ServiceContext,
  reportId: string,
  { reading }: OpenOptions = { reading: "unnoted" },
): Outcome<ReportDetail> {
  if (reading === "noted") {
    const visible = await visibleReport(context.db, context, reportId, { lock: "none" });
    if (!visible.ok) return visible;
    if (isUnread(context, visible.value)) return openFirst(context, reportId);
  }
  return context.db.transaction(
    async (tx) => {
      const visible = await visibleReport(tx, context, reportId, { lock: "none" });
      return visible.ok ? ok(await detailOf(tx, context, visible.value)) : visible;
    },
    // One snapshot for the row and its chunks, so that a save in between cannot tear them apart.
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/**
 * Notes that a report is read, and reads it, under its lock: a recall comes before, and it is not read as sent, or too
 * late. Nothing is noted where it could not be given out.
 */
const openFirst = (context: ServiceContext, reportId: string): Outcome<ReportDetail> =>
  context.db.transaction(async (tx) => {
    const visible = await visibleReport(tx, context, reportId, { lock: "update" });
    if (!visible.ok) return visible;
    if (!isUnread(context, visible.value)) return ok(await detailOf(tx, context, visible.value));
    const readAt = context.now;
    await tx.update(reports).set({ readAt }).where(eq(reports.id, visible.value.stored.id));
    return ok(await detailOf(tx, context, { ...visible.value, stored: { ...visible.value.stored, readAt } }));
  });

/** Sent to the lead agency, which has not opened it; the actor is of the lead agency. */
const isUnread = (context: ServiceContext, visible: VisibleReport): boolean =>
  visible.stored.state === "sent" && visible.stored.readAt === null && isReceiver(context, visible);

const isReceiver = ({ actor }: ServiceContext, { subject }: VisibleReport): boolean => {
  const sides = partsIn(actor, subject).parts.map(({ side }) => side);
  return sides.includes("lead") && !sides.includes("reporting");
};

async function detailOf(
  tx: Parameters<Parameters<ServiceContext["db"]["transaction"]>[0]>[0],
  context: ServiceContext,
  visible: VisibleReport,
): Promise<ReportDetail> {
  const { actor, now } = context;
  const { stored, subject, tree } = visible;
  const { version, context: surroundings, form } = await openStored(tx, stored);
  const events = await reportEventsOf(tx, stored.id);
  const facts = {
    state: stored.state,
    read: stored.readAt !== null,
    receptionOpen: receptionOpen(stored.assignment, events, now),
  };
  return {
    id: stored.id,
    regime: { code: stored.regime.code, name: stored.regime.name },
    unit: { id: stored.unit.id, code: stored.unit.code, name: stored.unit.name },
    period: stored.period,
    state: stored.state,
    deadline: stored.assignment.effectiveDeadline,
    late: isLate(stored.assignment.effectiveDeadline, stored.sentAt, now),
    updatedAt: stored.updatedAt.toISOString(),
    sentAt: stored.sentAt?.toISOString() ?? null,
    revision: stored.revision,
    template: version.template,
    compiled: version.compiled,
    context: surroundings,
    content: form.content(),
    cutoff: reportCutoff(stored),
    editable: isEditable(stored.state) && can(actor, "report.write", subject, tree),
    actions: actionsFrom(facts, partsIn(actor, subject)),
    events,
    documentNumber: stored.documentNumber,
    documentDate: stored.documentDate,
  };
}

import { and, eq, isNull } from "drizzle-orm";
import { can, partsIn } from "@/lib/auth/permission";
import { reports } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import type { Outcome, Refusal, ServiceContext } from "@/lib/service/context";
import type { ReportDetail } from "@/lib/service/types";
import { actionsFrom, isEditable } from "@/lib/workflow";
import { isLate } from "./isLate";
import { openStored } from "./openStored";
import { receptionOpen } from "./receptionOpen";
import { reportCutoff } from "./reportCutoff";
import { reportEventsOf } from "./reportEventsOf";
import { type VisibleReport, visibleReport } from "./visibleReport";

/**
 * A report with all that its page needs, read at one moment. When somebody of the lead agency opens a report that was
 * sent to it, that is noted: from then on it cannot be recalled. Refused: `report.notFound`, also for a report that
 * the actor may not see.
 */
export async function openReport(context: ServiceContext, reportId: string): Outcome<ReportDetail> {
  const opened = await context.db.transaction(
    async (tx): Promise<Result<{ visible: VisibleReport; detail: ReportDetail }, Refusal>> => {
      const visible = await visibleReport(tx, context, reportId, { lock: "none" });
      if (!visible.ok) return visible;
      return ok({ visible: visible.value, detail: await detailOf(tx, context, visible.value) });
    },
    // One snapshot for the row and its chunks, so that a save in between cannot tear them apart.
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  if (!opened.ok) return opened;
  const { visible, detail } = opened.value;
  if (isReceiver(context, visible) && visible.stored.state === "sent" && visible.stored.readAt === null) {
    await context.db
      .update(reports)
      .set({ readAt: context.now })
      .where(
        and(eq(reports.id, reportId), eq(reports.state, "sent"), eq(reports.revision, visible.stored.revision), isNull(reports.readAt)),
      );
  }
  return ok(detail);
}

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
    read: stored.readAt !== null || isReceiver(context, visible),
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

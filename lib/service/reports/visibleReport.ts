import { can, type ReportSubject } from "@/lib/auth/permission";
import type { Database } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Refusal, ServiceContext } from "@/lib/service/context";
import { isUuid } from "@/lib/service/isUuid";
import { refuse } from "@/lib/service/refusal";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { UnitTree } from "@/lib/unit";
import { type StoredReport, storedReport } from "./storedReport";

/** A report that the actor may read, and what permissions on it are decided by. */
export interface VisibleReport {
  readonly stored: StoredReport;
  readonly subject: ReportSubject;
  /** The administration of today. */
  readonly tree: UnitTree;
}

/**
 * Reads a report for an actor. One that does not exist and one that the actor may not see are refused alike
 * (`report.notFound`), so that nobody learns of reports of other units.
 */
export async function visibleReport(
  db: Pick<Database, "select">,
  { actor, now }: Pick<ServiceContext, "actor" | "now">,
  reportId: string,
  options: { readonly lock: "none" | "update" },
): Promise<Result<VisibleReport, Refusal>> {
  const stored = isUuid(reportId) ? await storedReport(db, reportId, options) : undefined;
  if (!stored) return refuse("notFound", { code: "report.notFound" });
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const subject = { unitId: stored.unit.id, leadUnitId: stored.regime.leadUnitId };
  if (!can(actor, "report.read", subject, tree)) return refuse("notFound", { code: "report.notFound" });
  return ok({ stored, subject, tree });
}

import { eq } from "drizzle-orm";
import { assignments, type Database, regimes, reports, templateVersions, units } from "@/lib/db";
import type { UnitLevel } from "@/lib/unit";
import type { ReportState } from "@/lib/workflow";

/** A report with its duty and its unit, as it stands in the database; its figures are read by `storedContent`. */
export interface StoredReport {
  readonly id: string;
  readonly state: ReportState;
  readonly revision: number;
  readonly period: string;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly level: UnitLevel };
  readonly regime: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly leadUnitId: string;
    readonly cutoff: unknown;
  };
  readonly assignment: { readonly id: string; readonly opensAt: Date; readonly closedAt: Date | null; readonly effectiveDeadline: string };
  readonly templateId: string;
  readonly templateVersionId: string;
  readonly cells: unknown;
  readonly narrative: unknown;
  readonly entries: unknown;
  /** Figures of other periods as they were when it was submitted; null for a draft. */
  readonly history: unknown;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
  readonly updatedAt: Date;
}

/**
 * Reads one report. `update` locks its row until the end of the transaction: saves and acts on one report happen one
 * after the other.
 */
export async function storedReport(
  db: Pick<Database, "select">,
  reportId: string,
  { lock }: { readonly lock: "none" | "update" },
): Promise<StoredReport | undefined> {
  const query = db
    .select({
      id: reports.id,
      state: reports.state,
      revision: reports.revision,
      period: reports.period,
      unit: { id: units.id, code: units.code, name: units.name, level: units.level },
      regime: { id: regimes.id, code: regimes.code, name: regimes.name, leadUnitId: regimes.leadUnitId, cutoff: regimes.cutoff },
      assignment: {
        id: assignments.id,
        opensAt: assignments.opensAt,
        closedAt: assignments.closedAt,
        effectiveDeadline: assignments.effectiveDeadline,
      },
      templateId: templateVersions.templateId,
      templateVersionId: reports.templateVersionId,
      cells: reports.cells,
      narrative: reports.narrative,
      entries: reports.entries,
      history: reports.history,
      documentNumber: reports.documentNumber,
      documentDate: reports.documentDate,
      sentAt: reports.sentAt,
      readAt: reports.readAt,
      updatedAt: reports.updatedAt,
    })
    .from(reports)
    .innerJoin(assignments, eq(assignments.id, reports.assignmentId))
    .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
    .innerJoin(units, eq(units.id, reports.unitId))
    .innerJoin(templateVersions, eq(templateVersions.id, reports.templateVersionId))
    .where(eq(reports.id, reportId));
  const [row] = lock === "update" ? await query.for("update", { of: reports }) : await query;
  return row;
}

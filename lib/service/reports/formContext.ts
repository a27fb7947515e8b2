import { and, asc, eq, inArray } from "drizzle-orm";
import { assignments, type Database, regimes, reports, templateVersions } from "@/lib/db";
import { formUnits } from "@/lib/form";
import type { FormContext } from "@/lib/form/types";
import { type Period, parsePeriod } from "@/lib/period";
import { historyOf, periodsRead, readsHistory } from "@/lib/service/historyOf";
import type { TemplateVersion } from "@/lib/service/templateVersion";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { Template } from "@/lib/template";
import { reportCutoff } from "./reportCutoff";
import { storedContents } from "./storedContent";
import type { StoredReport } from "./storedReport";

/**
 * What a report's form needs of its surroundings: its direct subordinate units as they stood at the end of the
 * cut-off, and the accepted figures of other periods that its formulas read; from its submission on, these as they were
 * then. Each is asked of the database only where the template uses it.
 */
export async function formContext(
  db: Pick<Database, "select">,
  stored: Pick<StoredReport, "period" | "unit" | "templateId" | "regime" | "history">,
  version: Pick<TemplateVersion, "template" | "compiled">,
): Promise<FormContext> {
  const { template } = version;
  const period = periodOf(stored.period);
  const [units, history] = await Promise.all([
    usesUnits(template) ? subordinates(db, stored) : [],
    // Written by `transitionReport` alone.
    stored.history !== null
      ? (stored.history as FormContext["history"])
      : readsHistory(template)
        ? acceptedBefore(db, stored, version, period)
        : {},
  ]);
  return { period: stored.period, units, history };
}

/** @throws when the code is none: periods are checked when they are assigned */
const periodOf = (code: string): Period => {
  const period = parsePeriod(code);
  if (!period.ok) throw new Error(`a report has the period ${code}`);
  return period.value;
};

const usesUnits = (template: Template): boolean => JSON.stringify(template.blocks).includes('"by":"units"');

async function subordinates(
  db: Pick<Database, "select">,
  stored: Pick<StoredReport, "period" | "unit" | "regime">,
): Promise<FormContext["units"]> {
  const tree = await unitTreeOn(db, reportCutoff(stored).to);
  return formUnits(tree.children(stored.unit.id));
}

/**
 * The unit's accepted figures of the periods before: of the report's own regime; where it had none in a period (the
 * plan for a year is often another regime with the same template), of the first by code of the same lead agency. What a
 * unit reports to another agency is no business of this one.
 */
async function acceptedBefore(
  db: Pick<Database, "select">,
  { unit, templateId, regime }: Pick<StoredReport, "unit" | "templateId" | "regime">,
  { compiled }: Pick<TemplateVersion, "compiled">,
  period: Period,
): Promise<FormContext["history"]> {
  const accepted = await db
    .select({
      id: reports.id,
      period: reports.period,
      regimeId: regimes.id,
      templateVersionId: reports.templateVersionId,
      cells: reports.cells,
      narrative: reports.narrative,
      entries: reports.entries,
    })
    .from(reports)
    .innerJoin(templateVersions, eq(templateVersions.id, reports.templateVersionId))
    .innerJoin(assignments, eq(assignments.id, reports.assignmentId))
    .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
    .where(
      and(
        eq(reports.unitId, unit.id),
        inArray(reports.period, [...periodsRead(period)]),
        eq(templateVersions.templateId, templateId),
        eq(regimes.leadUnitId, regime.leadUnitId),
        eq(reports.state, "accepted"),
      ),
    )
    .orderBy(asc(regimes.code));
  const chosen = new Map<string, (typeof accepted)[number]>();
  for (const report of accepted) if (report.regimeId === regime.id || !chosen.has(report.period)) chosen.set(report.period, report);
  const contents = await storedContents(db, [...chosen.values()]);
  return historyOf(period, compiled, (code) => {
    const report = chosen.get(code);
    return report && contents.get(report.id)?.cells;
  });
}

import { and, eq, inArray } from "drizzle-orm";
import { type Database, reports, templateVersions } from "@/lib/db";
import type { FormContext } from "@/lib/form/types";
import { type Period, parsePeriod } from "@/lib/period";
import { historyOf, periodsRead, readsHistory } from "@/lib/service/historyOf";
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
  template: Template,
): Promise<FormContext> {
  const period = periodOf(stored.period);
  const [units, history] = await Promise.all([
    usesUnits(template) ? subordinates(db, stored) : [],
    // Written by `transitionReport` alone.
    stored.history !== null ? (stored.history as FormContext["history"]) : readsHistory(template) ? acceptedBefore(db, stored, period) : {},
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
  return tree
    .children(stored.unit.id)
    .filter(({ level }) => level !== "agency")
    .map(({ code, name }) => ({ key: code, name }));
}

async function acceptedBefore(
  db: Pick<Database, "select">,
  { unit, templateId }: Pick<StoredReport, "unit" | "templateId">,
  period: Period,
): Promise<FormContext["history"]> {
  const accepted = await db
    .select({
      id: reports.id,
      period: reports.period,
      templateVersionId: reports.templateVersionId,
      cells: reports.cells,
      narrative: reports.narrative,
      entries: reports.entries,
    })
    .from(reports)
    .innerJoin(templateVersions, eq(templateVersions.id, reports.templateVersionId))
    .where(
      and(
        eq(reports.unitId, unit.id),
        inArray(reports.period, [...periodsRead(period)]),
        eq(templateVersions.templateId, templateId),
        eq(reports.state, "accepted"),
      ),
    );
  const contents = await storedContents(db, accepted);
  return historyOf(period, (code) => {
    const report = accepted.find((it) => it.period === code);
    return report && contents.get(report.id)?.cells;
  });
}

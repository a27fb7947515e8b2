import { and, eq, inArray } from "drizzle-orm";
import { type Database, reports, templateVersions } from "@/lib/db";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { FormContext } from "@/lib/form/types";
import {
  type CutoffRule,
  cutoffOf,
  earlierInYear,
  type Period,
  parsePeriod,
  periodCode,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from "@/lib/period";
import { templateVersion } from "@/lib/service/templateVersion";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { Template } from "@/lib/template";
import { storedContents } from "./storedContent";
import type { StoredReport } from "./storedReport";

type Cells = Readonly<Record<CellAddress, CellValue>>;

/**
 * What a report's form needs of its surroundings: its direct subordinate units as they stood at the end of the
 * cut-off, and the accepted figures of other periods that its formulas read. Each is asked of the database only where
 * the template uses it.
 */
export async function formContext(
  db: Pick<Database, "select">,
  stored: Pick<StoredReport, "period" | "unit" | "templateId" | "regime">,
  template: Template,
): Promise<FormContext> {
  const period = periodOf(stored.period);
  const [units, history] = await Promise.all([
    usesUnits(template) ? subordinates(db, stored, period) : [],
    usesHistory(template) ? acceptedBefore(db, stored, period) : {},
  ]);
  return { period: stored.period, units, history };
}

/** @throws when the code is none: periods are checked when they are assigned */
const periodOf = (code: string): Period => {
  const period = parsePeriod(code);
  if (!period.ok) throw new Error(`a report has the period ${code}`);
  return period.value;
};

const text = new WeakMap<Template, string>();
const textOf = (template: Template): string => {
  const known = text.get(template) ?? JSON.stringify(template.blocks);
  text.set(template, known);
  return known;
};
const usesUnits = (template: Template): boolean => textOf(template).includes('"by":"units"');
/** Whether a text of the template holds a call of a history function; a false alarm costs one statement. */
const usesHistory = (template: Template): boolean => /\b(?:prev|lastYear|ytd|yearPlan)\s*\(/.test(textOf(template));

async function subordinates(
  db: Pick<Database, "select">,
  { unit, regime }: Pick<StoredReport, "unit" | "regime">,
  period: Period,
): Promise<FormContext["units"]> {
  // The rule was checked when the regime was made.
  const tree = await unitTreeOn(db, cutoffOf(period, regime.cutoff as CutoffRule).to);
  return tree
    .children(unit.id)
    .filter(({ level }) => level !== "agency")
    .map(({ code, name }) => ({ key: code, name }));
}

async function acceptedBefore(
  db: Pick<Database, "select">,
  { unit, templateId }: Pick<StoredReport, "unit" | "templateId">,
  period: Period,
): Promise<FormContext["history"]> {
  const before = previousPeriod(period);
  const lastYear = samePeriodLastYear(period);
  const wanted = {
    prev: before && periodCode(before),
    lastYear: lastYear && periodCode(lastYear),
    yearPlan: periodCode(yearOf(period)),
  };
  const earlier = earlierInYear(period).map(periodCode);
  const codes = [...new Set([wanted.prev, wanted.lastYear, wanted.yearPlan, ...earlier].filter((code) => code !== undefined))];
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
        inArray(reports.period, codes),
        eq(templateVersions.templateId, templateId),
        eq(reports.state, "accepted"),
      ),
    );
  for (const { templateVersionId } of accepted) await templateVersion(db, templateVersionId);
  const contents = await storedContents(db, accepted);
  const cellsOf = (code: string | undefined): Cells | undefined => {
    const report = accepted.find((it) => it.period === code);
    return report && contents.get(report.id)?.cells;
  };
  const ofEarlier = earlier.map(cellsOf).filter((cells) => cells !== undefined);
  return {
    prev: cellsOf(wanted.prev),
    lastYear: cellsOf(wanted.lastYear),
    yearPlan: cellsOf(wanted.yearPlan),
    ytd: ofEarlier.length > 0 ? sumOf(ofEarlier) : undefined,
  };
}

/** Figures added cell by cell; blanks and texts are passed over, "-" counts as 0. */
function sumOf(all: readonly Cells[]): Cells {
  const sums = new Map<string, number>();
  for (const cells of all) {
    for (const [at, value] of Object.entries<CellValue>(cells)) {
      const figure = value === "-" ? 0 : value;
      // 15 digits: as many as a figure has, so that 0.1 + 0.2 stays 0.3.
      if (typeof figure === "number") sums.set(at, Number(((sums.get(at) ?? 0) + figure).toPrecision(15)));
    }
  }
  return Object.fromEntries(sums) as Cells;
}

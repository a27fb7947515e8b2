import { createHash } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/auth/actor";
import { cellChanges, indicatorValues, reportChunks, reportEvents, reportSnapshots, reports } from "@/lib/db";
import { formUnits, openForm, toChunks, toExtras } from "@/lib/form";
import type { CellValue, ReportContent } from "@/lib/form/content";
import type { Form, FormContext } from "@/lib/form/types";
import { dayInVietnam } from "@/lib/period";
import { canonicalJson } from "@/lib/service/reports/canonicalJson";
import { indicatorFigures } from "@/lib/service/reports/indicatorFigures";
import { type ReportState, transitions } from "@/lib/workflow";
import { momentInVietnam } from "./momentInVietnam";
import { sampleAccount } from "./sampleAccounts";
import type { SampleDuty, SampleStep } from "./sampleDuties";
import { sampleId } from "./sampleId";
import type { SampleRegime } from "./sampleRegimes";
import type { SampleTemplate } from "./sampleTemplates";
import { sampleUnits } from "./sampleUnits";

interface AssignedDuty {
  readonly duty: SampleDuty;
  readonly regime: SampleRegime;
  readonly template: SampleTemplate;
}

interface Rows {
  readonly reports: (typeof reports.$inferInsert)[];
  readonly chunks: (typeof reportChunks.$inferInsert)[];
  readonly changes: (typeof cellChanges.$inferInsert)[];
  readonly events: (typeof reportEvents.$inferInsert)[];
  readonly snapshots: (typeof reportSnapshots.$inferInsert)[];
  readonly indicators: (typeof indicatorValues.$inferInsert)[];
}

/**
 * The rows of every report, as the services would have written them step by step: figures in chunks, the log of
 * changes, events, snapshots with their hashes, accepted indicators. Tables in the order in which they refer to each
 * other.
 */
export function sampleReports(duties: readonly AssignedDuty[]): readonly (readonly [PgTable, readonly object[]])[] {
  const rows: Rows = { reports: [], chunks: [], changes: [], events: [], snapshots: [], indicators: [] };
  for (const duty of duties) addReport(rows, duty);
  // Histories read in the order in which things happened.
  rows.changes.sort((a, b) => Number(a.changedAt) - Number(b.changedAt));
  rows.events.sort((a, b) => Number(a.happenedAt) - Number(b.happenedAt));
  return [
    [reports, rows.reports],
    [reportChunks, rows.chunks],
    [cellChanges, rows.changes],
    [reportEvents, rows.events],
    [reportSnapshots, rows.snapshots],
    [indicatorValues, rows.indicators],
  ];
}

function addReport(rows: Rows, assigned: AssignedDuty): void {
  const { duty, template } = assigned;
  const id = sampleId("report", duty.regime, duty.period, duty.unit.code);
  const form = openForm(template.compiled, contextOf(duty), { cells: {}, narrative: {}, entries: {} });
  const report: Report = {
    id,
    assignmentId: sampleId("assignment", duty.regime, duty.period, duty.unit.code),
    unitId: duty.unit.id,
    period: duty.period,
    templateVersionId: template.versionId,
    state: "draft",
    revision: 0,
    cells: {},
    narrative: {},
    entries: {},
    documentNumber: null,
    documentDate: null,
    sentAt: null,
    readAt: null,
    acceptedAt: null,
    createdAt: momentInVietnam(`${duty.opens}T00:00`),
    updatedAt: momentInVietnam(`${duty.opens}T00:00`),
  };
  for (const step of duty.steps) {
    report.revision += 1;
    report.updatedAt = momentInVietnam(step.at);
    if (step.act === "save") save(rows, report, form, step, assigned);
    else act(rows, report, form, step, assigned);
  }
  Object.assign(report, toExtras(form));
  // A chunk of blanks says no more than its absence.
  const chunks = toChunks(form).filter(({ present }) => present.includes(1));
  rows.chunks.push(...chunks.map(({ chunk, values, present }) => ({ reportId: id, chunk, values: [...values], present: [...present] })));
  rows.reports.push(report);
}

type Report = typeof reports.$inferInsert & { id: string; state: ReportState; revision: number; narrative: ReportContent["narrative"] };

function save(rows: Rows, report: Report, form: Form, step: Extract<SampleStep, { act: "save" }>, { duty }: AssignedDuty): void {
  const { refused } = form.apply(step.edits);
  if (refused.length > 0) throw new Error(`sample report of ${duty.unit.name}: ${JSON.stringify(refused)}`);
  report.narrative = { ...report.narrative, ...step.narrative };
  const changed: readonly (readonly [string, unknown])[] = [
    ...step.edits.map(({ at }) => [at, readCell(form, at)] as const),
    ...Object.entries(step.narrative ?? {}).map(([section, text]) => [`n.${section}`, text] as const),
  ];
  const accountId = accountOf(duty, "reporter");
  for (const [at, newValue] of changed) {
    rows.changes.push({ reportId: report.id, revision: report.revision, at, newValue, accountId, changedAt: momentInVietnam(step.at) });
  }
}

function act(rows: Rows, report: Report, form: Form, step: Exclude<SampleStep, { act: "save" }>, assigned: AssignedDuty): void {
  const { duty, regime } = assigned;
  const { from, to, by, effects, reasonNeeded } = transitions[step.act];
  if (report.state !== from || reasonNeeded !== (step.reason !== undefined)) throw new Error(`sample report cannot ${step.act}`);
  const errors = form.findings().filter(({ severity }) => severity === "error");
  if (step.act === "submit" && errors.length > 0) throw new Error(`sample report of ${duty.unit.name}: ${JSON.stringify(errors)}`);
  const at = momentInVietnam(step.at);
  rows.events.push({
    reportId: report.id,
    action: step.act,
    fromState: from,
    toState: to,
    reason: step.reason ?? null,
    revision: report.revision,
    accountId: by.side === "lead" ? sampleAccount(`tonghop.${regime.lead.toLowerCase()}`).id : accountOf(duty, by.role),
    happenedAt: at,
  });
  report.state = to;
  if (effects.includes("number")) Object.assign(report, { documentNumber: step.number ?? null, documentDate: dayInVietnam(at) });
  if (effects.includes("sentAt")) report.sentAt = at;
  if (effects.includes("snapshot")) rows.snapshots.push(snapshot(report, form, at, assigned));
  if (effects.includes("acceptedAt")) Object.assign(report, { acceptedAt: at, readAt: at });
  if (effects.includes("clearSent")) Object.assign(report, { documentNumber: null, documentDate: null, sentAt: null, readAt: null });
  if (effects.includes("indicators")) {
    const figures = indicatorFigures(form).map((it) => ({ ...it, unitId: duty.unit.id, period: duty.period, reportId: report.id }));
    rows.indicators.push(...figures);
  }
}

/** As `transitionReport` freezes it. */
function snapshot(report: Report, form: Form, takenAt: Date, { duty, regime }: AssignedDuty): typeof reportSnapshots.$inferInsert {
  const content = {
    format: 1,
    regime: regime.code,
    period: duty.period,
    unit: { code: duty.unit.code, name: duty.unit.name },
    templateVersion: report.templateVersionId,
    document: { number: report.documentNumber, date: report.documentDate },
    content: { ...form.content(), narrative: report.narrative },
  };
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  return { reportId: report.id, revision: report.revision, content, hash, takenAt };
}

function readCell(form: Form, at: Parameters<Form["index"]>[0]): CellValue {
  const cell = form.index(at);
  return cell === undefined ? null : form.read(cell);
}

/** The account of the reporting unit that holds a role. */
function accountOf({ unit }: SampleDuty, role: Role): string {
  const name = role === "reporter" ? "nhaplieu" : "lanhdao";
  return sampleAccount(`${name}.${unit.code.toLowerCase()}`).id;
}

/** No report of the sample reads other periods that have one; units under a district are the rows of its forms. */
function contextOf({ unit, period }: SampleDuty): FormContext {
  return { period, units: formUnits(sampleUnits.filter(({ parent }) => parent === unit.code)), history: {} };
}

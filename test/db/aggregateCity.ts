import type { Role } from "@/lib/auth/actor";
import { assignments, type Database, regimes, reportChunks, reports, templates, templateVersions, unitParents, units } from "@/lib/db";
import { openForm, toChunks, toExtras } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { CompiledForm, FormContext } from "@/lib/form/types";
import type { CutoffRule } from "@/lib/period";
import type { ServiceContext } from "@/lib/service/context";
import type { Template } from "@/lib/template";
import type { UnitLevel } from "@/lib/unit";
import type { ReportState } from "@/lib/workflow";

const one = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("nothing was inserted");
  return row;
};

/** A unit with the units above it, from and until when. */
export interface UnitPlan {
  readonly code: string;
  readonly level: UnitLevel;
  readonly under?: readonly { readonly code: string; readonly from?: string; readonly to?: string }[];
  readonly from?: string;
  readonly to?: string;
}

/** Inserts units, named like their codes, in the order given; returns their ids by code. */
export const insertUnits = async (db: Database, plan: readonly UnitPlan[]): Promise<Readonly<Record<string, string>>> => {
  const ids: Record<string, string> = {};
  for (const [position, { code, level, under = [], from = "2000-01-01", to = null }] of plan.entries()) {
    const row = { code, name: code, folded: code, level, position, validFrom: from, validTo: to };
    ids[code] = one(await db.insert(units).values(row).returning()).id;
    for (const parent of under)
      await db.insert(unitParents).values({
        unitId: ids[code],
        parentId: ids[parent.code] ?? "",
        validFrom: parent.from ?? "2000-01-01",
        validTo: parent.to ?? null,
      });
  }
  return ids;
};

/** A published version of a template, and a regime that a unit leads with it. */
export interface RegimePlan {
  readonly template: Template;
  readonly ownerUnitId: string;
  readonly leadUnitId: string;
  readonly frequency: string;
  readonly cutoff?: CutoffRule;
}

export interface InsertedRegime {
  readonly regimeId: string;
  readonly versionId: string;
  readonly templateId: string;
  readonly compiled: CompiledForm;
}

export const compiledOf = (template: Template): CompiledForm => {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(`the template does not compile: ${JSON.stringify(compiled.error)}`);
  return compiled.value.form;
};

export const insertVersion = async (db: Database, templateId: string, template: Template, version: number): Promise<string> => {
  const compiled = compiledOf(template);
  const row = { templateId, version, state: "published" as const, document: template, compiled, publishedAt: new Date("2024-01-01") };
  return one(await db.insert(templateVersions).values(row).returning()).id;
};

export const insertRegime = async (db: Database, plan: RegimePlan): Promise<InsertedRegime> => {
  const { template, ownerUnitId, leadUnitId, frequency, cutoff = { calendar: true } } = plan;
  const templateId = one(await db.insert(templates).values({ code: template.code, ownerUnitId }).returning()).id;
  const versionId = await insertVersion(db, templateId, template, 1);
  const regime = {
    code: template.code,
    name: template.title.vi,
    templateId,
    frequency,
    leadUnitId,
    legalBasis: "",
    cutoff,
    deadline: { workingDays: 2 },
  };
  return { regimeId: one(await db.insert(regimes).values(regime).returning()).id, versionId, templateId, compiled: compiledOf(template) };
};

/** What a unit fills; figures not named stay blank. */
export interface ReportPlan {
  readonly unitId: string;
  readonly period: string;
  readonly state: ReportState;
  readonly values?: Readonly<Record<string, CellValue>>;
  /** Subordinate units, for rows repeated over them. */
  readonly units?: FormContext["units"];
  readonly entries?: Readonly<Record<string, readonly Entry[]>>;
  readonly narrative?: Readonly<Record<string, RichDoc>>;
  readonly sentAt?: Date;
}

/** Assigns, fills through the form as the report service does, and stores; returns the report's id. */
export const insertReport = async (
  db: Database,
  { regimeId, versionId, compiled }: Pick<InsertedRegime, "regimeId" | "versionId" | "compiled">,
  plan: ReportPlan,
): Promise<string> => {
  const {
    unitId,
    period,
    state,
    values = {},
    units: subordinates = [],
    entries = {},
    narrative = {},
    sentAt = new Date("2024-04-01T02:00:00Z"),
  } = plan;
  const duty = {
    regimeId,
    templateVersionId: versionId,
    period,
    unitId,
    opensAt: new Date("2024-01-01"),
    nominalDeadline: "2024-04-02",
    effectiveDeadline: "2024-04-02",
  };
  const assignmentId = one(await db.insert(assignments).values(duty).returning()).id;
  const form = openForm(compiled, { period, units: subordinates, history: {} }, { cells: {}, narrative: {}, entries });
  const { refused } = form.apply(Object.entries(values).map(([at, value]) => ({ at: at as CellAddress, value })));
  if (refused.length > 0) throw new Error(`the form refuses ${JSON.stringify(refused)}`);
  const chunks = toChunks(form);
  const report = {
    assignmentId,
    unitId,
    period,
    templateVersionId: versionId,
    state,
    cells: toExtras(form).cells,
    entries,
    narrative,
    sentAt,
  };
  const reportId = one(await db.insert(reports).values(report).returning()).id;
  if (chunks.length > 0)
    await db
      .insert(reportChunks)
      .values(chunks.map(({ chunk, values, present }) => ({ reportId, chunk, values: [...values], present: [...present] })));
  return reportId;
};

/** The context of an account with one role. */
export const contextOf = (db: Database, role: Role, unitId: string): ServiceContext => ({
  db,
  now: new Date("2024-04-10T02:00:00Z"),
  actor: {
    accountId: "00000000-0000-4000-8000-000000000001",
    username: "thu",
    displayName: "Thử",
    locale: "vi",
    sessionId: "00000000-0000-4000-8000-000000000002",
    roles: [{ role, unitId }],
  },
});

import { and, count, desc, eq, max, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { auditEvents, type Database, templates, templateVersions, units } from "@/lib/db";
import { compileForm, lintTemplate, submissionSchema } from "@/lib/form/compile";
import { dayInVietnam } from "@/lib/period";
import type { Problem } from "@/lib/problem";
import { ok } from "@/lib/result";
import { checkTemplate, type Template } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";
import { foldVietnamese } from "@/lib/unit";
import type { Outcome, ServiceContext } from "./context";
import { isUuid } from "./isUuid";
import { refuse } from "./refusal";
import { templateVersion } from "./templateVersion";
import type { Page, TemplateDetail, TemplateListItem } from "./types";
import { unitTreeOn } from "./unitTreeOn";

export interface TemplateQuery {
  /** Words in title, code and form number, in any case and without marks. */
  readonly search?: string;
  /** From 1. */
  readonly page?: number;
  /** 1 to 200; 50 where absent. */
  readonly pageSize?: number;
}

/** The published templates that the actor's units may use: those of the city's library and of the libraries above them. */
export async function listTemplates({ db, actor, now }: ServiceContext, query: TemplateQuery = {}): Outcome<Page<TemplateListItem>> {
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(200, Math.max(1, Math.trunc(query.pageSize ?? 50)));
  const words = foldVietnamese(query.search ?? "").split(" ");
  const [tree, rows] = await Promise.all([unitTreeOn(db, dayInVietnam(now)), latestVersions(db)]);
  const found = rows
    .filter(({ owner }) => can(actor, "template.read", { ownerUnitId: owner.id }, tree))
    .map(itemOf)
    .filter(({ title, code, formNumber }) => {
      const text = foldVietnamese([title.vi, title.en, code, formNumber].join(" "));
      return words.every((word) => text.includes(word));
    });
  return ok({ items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize });
}

/** A template in its published version. Refused: `library.notFound`, also for one of a library that the actor does not see. */
export async function getTemplate({ db, actor, now }: ServiceContext, templateId: string): Outcome<TemplateDetail> {
  const [row] = isUuid(templateId) ? await latestVersions(db, templateId) : [];
  if (!row) return refuse("notFound", { code: "library.notFound" });
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!can(actor, "template.read", { ownerUnitId: row.owner.id }, tree)) return refuse("notFound", { code: "library.notFound" });
  const { template, compiled } = await templateVersion(db, row.versionId);
  return ok({ ...itemOf(row), versionId: row.versionId, document: template, compiled });
}

/** The JSON Schema (2020-12) of the reports of a template. Refused: as `getTemplate`. */
export async function templateSubmissionSchema(context: ServiceContext, templateId: string): Outcome<Readonly<Record<string, unknown>>> {
  const found = await getTemplate(context, templateId);
  return found.ok ? ok(submissionSchema(found.value.document)) : found;
}

export interface PublishInput {
  /** The unit into whose library the template goes. */
  readonly ownerUnitId: string;
  /** The template document, unchecked. */
  readonly document: unknown;
}

export interface PublishOutput {
  readonly id: string;
  readonly versionId: string;
  readonly version: number;
  /** What is allowed but is most often a slip. */
  readonly warnings: readonly Problem[];
}

/**
 * Publishes a document as a new frozen version of the template of its code in a library; reports stay on the version
 * that they were made with. Publishing the document that is in force makes no version. Refused: `library.notYours`
 * (forbidden); everything that is wrong with the document, at its place (invalid).
 */
export async function publishTemplate({ db, actor, now }: ServiceContext, { ownerUnitId, document }: PublishInput): Outcome<PublishOutput> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!tree.unit(ownerUnitId) || !can(actor, "template.publish", { ownerUnitId }, tree)) {
    return refuse("forbidden", { code: "library.notYours" });
  }
  const parsed = parseTemplate(document);
  if (!parsed.ok) return refuseDocument(parsed.error);
  const template = parsed.value;
  const checked = checkTemplate(template);
  if (checked.some(({ severity }) => severity === "error")) return refuseDocument(checked);
  const compiled = compileForm(template);
  if (!compiled.ok) return refuseDocument(compiled.error);
  const { form } = compiled.value;
  const warnings = [...checked, ...compiled.value.warnings, ...lintTemplate(template)];

  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(templates)
      .values({ code: template.code, ownerUnitId, createdAt: now })
      // Updating nothing locks the row: versions of one template get their numbers one after the other.
      .onConflictDoUpdate({ target: [templates.ownerUnitId, templates.code], set: { code: template.code } })
      .returning({ id: templates.id });
    if (!made) throw new Error("a template was neither made nor found");
    const [current] = await tx
      .select({
        id: templateVersions.id,
        // The constraint template_versions_numbered: what is published has a number.
        version: sql<number>`${templateVersions.version}`.mapWith(Number),
        same: sql<boolean>`${templateVersions.document} = ${JSON.stringify(template)}::jsonb`,
      })
      .from(templateVersions)
      .where(and(eq(templateVersions.templateId, made.id), eq(templateVersions.state, "published")))
      .orderBy(desc(templateVersions.version))
      .limit(1);
    if (current?.same) return ok({ id: made.id, versionId: current.id, version: current.version, warnings });
    const [last] = await tx
      .select({ version: max(templateVersions.version), count: count() })
      .from(templateVersions)
      .where(eq(templateVersions.templateId, made.id));
    const version = (last?.version ?? 0) + 1;
    await tx
      .update(templateVersions)
      .set({ state: "retired" })
      .where(and(eq(templateVersions.templateId, made.id), eq(templateVersions.state, "published")));
    const [published] = await tx
      .insert(templateVersions)
      .values({ templateId: made.id, version, state: "published", document: template, compiled: form, publishedAt: now, createdAt: now })
      .returning({ id: templateVersions.id });
    if (!published) throw new Error("a version was not made");
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "template.publish",
      subject: made.id,
      detail: { code: template.code, version },
      happenedAt: now,
    });
    return ok({ id: made.id, versionId: published.id, version, warnings });
  });
}

/** Whether the actor publishes templates anywhere, before a document is read. Refused: `library.notYours` (forbidden). */
export async function mayPublish({ db, actor, now }: ServiceContext): Outcome<undefined> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const anywhere = actor.roles.some(({ unitId }) => tree.unit(unitId) && can(actor, "template.publish", { ownerUnitId: unitId }, tree));
  return anywhere ? ok(undefined) : refuse("forbidden", { code: "library.notYours" });
}

/** Errors told at once; more would hide the first. */
const shownErrors = 200;

function refuseDocument(problems: readonly Problem[]) {
  const errors = problems.filter(({ severity }) => severity === "error").slice(0, shownErrors);
  return refuse("invalid", { code: "library.brokenDocument", params: { count: errors.length } }, errors);
}

/** The published version of each template (or of one), with its head alone: documents are large. */
function latestVersions(db: Database, templateId?: string) {
  const inDocument = <T>(path: string) => sql<T>`${templateVersions.document}->${path}`;
  return db
    .select({
      id: templates.id,
      code: templates.code,
      title: inDocument<Template["title"]>("title"),
      formNumber: inDocument<string | null>("formNumber"),
      kind: inDocument<Template["kind"]>("kind"),
      owner: { id: units.id, code: units.code, name: units.name },
      versionId: templateVersions.id,
      version: templateVersions.version,
      publishedAt: templateVersions.publishedAt,
    })
    .from(templates)
    .innerJoin(templateVersions, and(eq(templateVersions.templateId, templates.id), eq(templateVersions.state, "published")))
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .where(templateId === undefined ? undefined : eq(templates.id, templateId))
    .orderBy(templates.code, templates.id);
}

const itemOf = ({
  id,
  code,
  title,
  formNumber,
  kind,
  owner,
  version,
  publishedAt,
}: Awaited<ReturnType<typeof latestVersions>>[number]): TemplateListItem => ({
  id,
  code,
  title,
  formNumber,
  kind,
  owner,
  version,
  publishedAt: publishedAt?.toISOString() ?? null,
});

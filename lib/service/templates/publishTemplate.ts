import { and, desc, eq, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { templates, templateVersions } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import type { Problem } from "@/lib/problem";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import { parseTemplate } from "@/lib/template/parse";
import { checkDocument } from "./checkDocument";
import { nextVersion } from "./nextVersion";
import { idsOfOthers } from "./publishedVersions";
import { refuseDocument } from "./refuseDocument";
import { writeUses } from "./writeUses";

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
 * that they were made with, and a draft in work keeps standing. Publishing the document that is in force makes no
 * version. Refused: `library.notYours` (forbidden); everything that is wrong with the document, at its place (invalid);
 * `library.retired` (conflict).
 */
export async function publishTemplate(context: ServiceContext, { ownerUnitId, document }: PublishInput): Outcome<PublishOutput> {
  const { db, actor, now } = context;
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!tree.unit(ownerUnitId) || !can(actor, "template.publish", { ownerUnitId }, tree)) {
    return refuse("forbidden", { code: "library.notYours" });
  }
  const parsed = parseTemplate(document);
  if (!parsed.ok) return refuseDocument(parsed.error);
  const template = parsed.value;
  const checked = checkDocument(template);
  if (!checked.ok) return refuseDocument(checked.error);
  const { form } = checked.value;

  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(templates)
      .values({ code: template.code, ownerUnitId, createdAt: now })
      // Updating nothing locks the row: versions of one template get their numbers one after the other.
      .onConflictDoUpdate({ target: [templates.ownerUnitId, templates.code], set: { code: template.code } })
      .returning({ id: templates.id, retiredAt: templates.retiredAt });
    if (!made) throw new Error("a template was neither made nor found");
    if (made.retiredAt !== null) return refuse("conflict", { code: "library.retired", params: { code: template.code } });
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
    const warnings = [...checked.value.warnings, ...(await idsOfOthers(tx, made.id, template))];
    if (current?.same) return ok({ id: made.id, versionId: current.id, version: current.version, warnings });
    const version = await nextVersion(tx, context, { templateId: made.id, code: template.code });
    const [published] = await tx
      .insert(templateVersions)
      .values({
        templateId: made.id,
        version,
        state: "published",
        document: template,
        compiled: form,
        publishedAt: now,
        publishedBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
        updatedBy: actor.accountId,
      })
      .returning({ id: templateVersions.id });
    if (!published) throw new Error("a version was not made");
    await writeUses(tx, published.id, { after: template });
    return ok({ id: made.id, versionId: published.id, version, warnings });
  });
}

/** Whether the actor publishes templates anywhere, before a document is read. Refused: `library.notYours` (forbidden). */
export async function mayPublish({ db, actor, now }: ServiceContext): Outcome<undefined> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const anywhere = actor.roles.some(({ unitId }) => tree.unit(unitId) && can(actor, "template.publish", { ownerUnitId: unitId }, tree));
  return anywhere ? ok(undefined) : refuse("forbidden", { code: "library.notYours" });
}

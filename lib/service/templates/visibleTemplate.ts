import { and, eq, ne, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { type Database, templates, templateVersions, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Refusal, ServiceContext } from "@/lib/service/context";
import { isUuid } from "@/lib/service/isUuid";
import { refuse } from "@/lib/service/refusal";
import type { UnitRef } from "@/lib/service/types";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { UnitTree } from "@/lib/unit";

/** A template that the actor may see, and what decisions about it are made by. */
export interface VisibleTemplate {
  readonly id: string;
  readonly code: string;
  readonly owner: UnitRef;
  readonly sectorCode: string | null;
  readonly retiredAt: Date | null;
  readonly forkedFromVersionId: string | null;
  /** The version in force. */
  readonly inForce: { readonly id: string; readonly version: number } | null;
  /** Whether the actor designs in its library, and so sees its draft. */
  readonly mayDesign: boolean;
  /** The administration of today. */
  readonly tree: UnitTree;
}

/**
 * Reads a template for an actor. One that does not exist, one of a library that the actor does not see, and one without
 * a published version whose draft is not the actor's to work at are refused alike (`library.notFound`), so that nobody
 * learns of templates of other libraries. With `lock: "update"` it stands until the end of the transaction: whatever
 * changes a template or its draft takes this lock first, so that all wait in one line.
 */
export async function visibleTemplate(
  db: Pick<Database, "select">,
  { actor, now }: Pick<ServiceContext, "actor" | "now">,
  templateId: string,
  { lock }: { readonly lock: "none" | "update" },
): Promise<Result<VisibleTemplate, Refusal>> {
  const notFound = () => refuse("notFound", { code: "library.notFound" });
  if (!isUuid(templateId)) return notFound();
  // A statement of its own: one that joined would, after waiting, still see the versions of before.
  if (lock === "update") await db.select({ id: templates.id }).from(templates).where(eq(templates.id, templateId)).for("no key update");
  const rows = await db
    .select({
      id: templates.id,
      code: templates.code,
      owner: { id: units.id, code: units.code, name: units.name },
      sectorCode: templates.sectorCode,
      retiredAt: templates.retiredAt,
      forkedFromVersionId: templates.forkedFromVersionId,
      versionId: templateVersions.id,
      state: templateVersions.state,
      // The constraint template_versions_numbered: what is published has a number.
      version: sql<number>`coalesce(${templateVersions.version}, 0)`.mapWith(Number),
    })
    .from(templates)
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .innerJoin(templateVersions, and(eq(templateVersions.templateId, templates.id), ne(templateVersions.state, "discarded")))
    .where(eq(templates.id, templateId));
  const [row] = rows;
  if (!row) return notFound();
  const published = rows.find(({ state }) => state === "published");
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const subject = { ownerUnitId: row.owner.id };
  const mayDesign = can(actor, "template.design", subject, tree);
  if (!mayDesign && !(published && can(actor, "template.read", subject, tree))) return notFound();
  const { versionId: _versionId, state: _state, version: _version, ...template } = row;
  return ok({
    ...template,
    inForce: published ? { id: published.versionId, version: published.version } : null,
    mayDesign,
    tree,
  });
}

/** As `visibleTemplate`, for one who designs in its library. Refused also: `library.notYours` (forbidden). */
export async function designedTemplate(...args: Parameters<typeof visibleTemplate>): Promise<Result<VisibleTemplate, Refusal>> {
  const found = await visibleTemplate(...args);
  return found.ok && !found.value.mayDesign ? refuse("forbidden", { code: "library.notYours" }) : found;
}

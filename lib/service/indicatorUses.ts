import { and, asc, eq, exists, inArray, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { indicatorUses, templates, templateVersions, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import { indicatorUsesOf, type Template } from "@/lib/template";
import type { IndicatorUseItem } from "./catalogueTypes";
import type { Outcome, ServiceContext } from "./context";
import { readIndicator } from "./indicatorList";
import { unitTreeOn } from "./unitTreeOn";

/**
 * Where an indicator is used: in versions in force of libraries that the actor sees, and in drafts that the actor works
 * at. Refused: `indicator.notFound`.
 */
export async function listIndicatorUses(context: ServiceContext, id: string): Outcome<readonly IndicatorUseItem[]> {
  const { db, actor, now } = context;
  const found = await readIndicator(context, id);
  if (!found.ok) return found;
  const { code } = found.value;
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const named = exists(
    db
      .select({ one: sql`1` })
      .from(indicatorUses)
      .where(and(eq(indicatorUses.versionId, templateVersions.id), eq(indicatorUses.indicator, code))),
  );
  const heads = await db
    .select({
      versionId: templateVersions.id,
      state: templateVersions.state,
      version: templateVersions.version,
      templateId: templates.id,
      owner: { id: units.id, code: units.code, name: units.name },
    })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .where(and(named, inArray(templateVersions.state, ["published", "draft"])))
    .orderBy(asc(templates.code), asc(templates.id), asc(templateVersions.version));
  const seen = heads.filter(({ state, owner }) =>
    can(actor, state === "draft" ? "template.design" : "template.read", { ownerUnitId: owner.id }, tree),
  );
  const documents = await db
    .select({ id: templateVersions.id, document: templateVersions.document })
    .from(templateVersions)
    .where(
      inArray(
        templateVersions.id,
        seen.map(({ versionId }) => versionId),
      ),
    );
  // Checked when they were saved.
  const documentOf = new Map(documents.map((row) => [row.id, row.document as Template]));
  return ok(
    seen.flatMap(({ versionId, version, state, templateId, owner }) => {
      const document = documentOf.get(versionId);
      if (!document) return [];
      const places = indicatorUsesOf(document)
        .filter(({ indicator }) => indicator === code)
        .map(({ at, labels }) => ({ at, labels }));
      const template = { id: templateId, code: document.code, title: document.title, formNumber: document.formNumber ?? null };
      return places.length > 0 ? [{ template, owner, version: state === "draft" ? null : version, places }] : [];
    }),
  );
}

import { asc, eq, inArray, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { templates, templateVersions, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { LibraryChoices } from "@/lib/service/designTypes";
import { unitTreeOn } from "@/lib/service/unitTreeOn";

/** What the library is filtered by, and where the actor may put a template. */
export async function libraryChoices({ db, actor, now }: ServiceContext): Outcome<LibraryChoices> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const owners = await db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      published: sql<boolean>`bool_or(${templateVersions.state} = 'published')`,
    })
    .from(templates)
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .innerJoin(templateVersions, eq(templateVersions.templateId, templates.id))
    .where(inArray(templateVersions.state, ["published", "draft"]))
    .groupBy(units.id)
    .orderBy(asc(units.position), asc(units.name));
  const designs = (unitId: string) => can(actor, "template.design", { ownerUnitId: unitId }, tree);
  const designed = [...new Set(actor.roles.map(({ unitId }) => unitId))].filter(designs).flatMap((id) => {
    const unit = tree.unit(id);
    return unit ? [{ id, code: unit.code, name: unit.name }] : [];
  });
  return ok({
    owners: owners
      .filter(({ id, published }) => designs(id) || (published && can(actor, "template.read", { ownerUnitId: id }, tree)))
      .map(({ id, code, name }) => ({ id, code, name })),
    designed,
  });
}

import { and, asc, eq, gte, lte } from "drizzle-orm";
import { can, libraryShows } from "@/lib/auth/permission";
import { auditEvents, calendarDays, type Database, regimes, templates, templateVersions, units } from "@/lib/db";
import { addDays, type CutoffRule, type DeadlineRule, dayInVietnam, defaultCutoff, defaultDeadline } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Frequency, Template } from "@/lib/template";
import type { Unit, UnitTree } from "@/lib/unit";
import type { AssignChoices, RegimeItem } from "./catalogueTypes";
import type { Outcome, ServiceContext } from "./context";
import { coveredBy } from "./coveredBy";
import { problemFrom, refuse } from "./refusal";
import { type VisibleTemplate, visibleTemplate } from "./templates";
import { unitTreeOn } from "./unitTreeOn";

export interface RegimeInput {
  readonly code: string;
  readonly name: string;
  readonly templateId: string;
  /** One of the template's. */
  readonly frequency: Frequency;
  /** Đơn vị chủ trì. */
  readonly leadUnitId: string;
  readonly legalBasis: string;
  /** Decree 09/2019 where absent (`defaultCutoff`, `defaultDeadline`). */
  readonly cutoff?: CutoffRule;
  readonly deadline?: DeadlineRule;
}

/**
 * Makes the standing duty of a published template, which its lead unit then assigns period by period. Refused:
 * `library.notFound`, `regime.notYours` and `regime.notShown` (forbidden), `regime.notPublished`,
 * `regime.templateRetired` and `regime.codeTaken` (conflict), `regime.wrongFrequency`, `regime.noName`,
 * `regime.deadlineBeforeCutoff`.
 */
export async function createRegime(context: ServiceContext, input: RegimeInput): Outcome<RegimeItem> {
  const { db, actor, now } = context;
  const { leadUnitId, frequency } = input;
  const found = await visibleTemplate(db, context, input.templateId, { lock: "none" });
  if (!found.ok) return found;
  const { tree, owner, retiredAt, inForce } = found.value;
  const lead = tree.unit(leadUnitId);
  if (!lead || !can(actor, "assignment.manage", { leadUnitId }, tree)) return refuse("forbidden", { code: "regime.notYours" });
  if (!libraryShows(owner.id, leadUnitId, tree)) return refuse("forbidden", { code: "regime.notShown" });
  if (!inForce) return refuse("conflict", { code: "regime.notPublished" });
  if (retiredAt) return refuse("conflict", { code: "regime.templateRetired" });
  if (!(await documentOf(db, inForce.id)).frequencies.includes(frequency)) {
    return refuse("invalid", { code: "regime.wrongFrequency", at: "/frequency" });
  }
  const name = input.name.trim();
  if (name === "") return refuse("invalid", { code: "regime.noName", at: "/name" });
  const { cutoff = defaultCutoff[frequency], deadline = defaultDeadline } = input;
  if ("workingDays" in deadline && deadline.workingDays < 1) {
    return refuse("invalid", problemFrom({ code: "regime.deadlineBeforeCutoff", at: "/deadline/workingDays" }));
  }
  const row = {
    code: input.code,
    name,
    templateId: input.templateId,
    frequency,
    leadUnitId,
    legalBasis: input.legalBasis.trim(),
    cutoff,
    deadline,
  };
  return db.transaction(async (tx) => {
    // Held so that nobody retires the template while its duty is made.
    const [standing] = await tx
      .select({ retiredAt: templates.retiredAt })
      .from(templates)
      .where(eq(templates.id, input.templateId))
      .for("share");
    if (standing?.retiredAt) return refuse("conflict", { code: "regime.templateRetired" });
    const [made] = await tx.insert(regimes).values(row).onConflictDoNothing({ target: regimes.code }).returning({ id: regimes.id });
    if (!made) return refuse("conflict", { code: "regime.codeTaken", params: { code: input.code }, at: "/code" });
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "regime.create",
      subject: made.id,
      detail: { code: row.code, templateId: row.templateId, frequency, leadUnitId },
      happenedAt: now,
    });
    const { leadUnitId: _, ...rest } = row;
    return ok({ ...rest, id: made.id, lead: { id: lead.id, code: lead.code, name: lead.name }, retired: false });
  });
}

/** Regimes of a template that the actor may see the progress of, by code. Refused: `library.notFound`. */
export async function listRegimes(context: ServiceContext, templateId: string): Outcome<readonly RegimeItem[]> {
  const found = await visibleTemplate(context.db, context, templateId, { lock: "none" });
  return found.ok ? ok(await regimesOf(context, found.value)) : found;
}

/**
 * What the reports of a published template can be assigned by: the actor's units that may lead them, the units that
 * each may assign, the regimes that stand, and the days off by which deadlines are reckoned. Refused: `library.notFound`;
 * `regime.notPublished`, `regime.templateRetired` (conflict); `assignment.notYours` (forbidden) for one who assigns nowhere,
 * `regime.notShown` (forbidden) where the template is not shown at the units where one does.
 */
export async function assignChoices(context: ServiceContext, templateId: string): Outcome<AssignChoices> {
  const { db, actor, now } = context;
  const found = await visibleTemplate(db, context, templateId, { lock: "none" });
  if (!found.ok) return found;
  const { tree, owner, retiredAt, inForce } = found.value;
  if (!inForce) return refuse("conflict", { code: "regime.notPublished" });
  if (retiredAt) return refuse("conflict", { code: "regime.templateRetired" });
  const led = [...new Set(actor.roles.map(({ unitId }) => unitId))].flatMap((id) => {
    const unit = tree.unit(id);
    return unit && can(actor, "assignment.manage", { leadUnitId: id }, tree) ? [unit] : [];
  });
  if (led.length === 0) return refuse("forbidden", { code: "assignment.notYours" });
  const leads = led.filter(({ id }) => libraryShows(owner.id, id, tree));
  if (leads.length === 0) return refuse("forbidden", { code: "regime.notShown" });

  const assignable = leads.map((lead) => ({ lead, units: assignableBy(lead.id, owner.id, tree) }));
  const offered = new Set(assignable.flatMap(({ units }) => units.map(({ id }) => id)));
  const document = await documentOf(db, inForce.id);
  const today = dayInVietnam(now);
  const [known, calendar] = await Promise.all([
    regimesOf(context, found.value),
    db
      .select({ day: calendarDays.day, kind: calendarDays.kind })
      .from(calendarDays)
      // Periods are offered from two years back to a year ahead; a deadline lies at most a year and a half from its period.
      .where(and(gte(calendarDays.day, addDays(today, -1100)), lte(calendarDays.day, addDays(today, 1100)))),
  ]);
  return ok({
    template: { id: templateId, code: document.code, title: document.title, frequencies: document.frequencies },
    leads: assignable.map(({ lead, units }) => ({ id: lead.id, code: lead.code, name: lead.name, unitIds: units.map(({ id }) => id) })),
    units: tree.roots
      .flatMap((root) => [root, ...tree.descendants(root.id)])
      .filter(({ id }) => offered.has(id))
      .map(({ id, code, name, level }) => ({ id, code, name, level, parentId: tree.parent(id)?.id ?? null })),
    regimes: known.filter(({ lead, retired }) => !retired && leads.some(({ id }) => id === lead.id)),
    calendar,
    today,
  });
}

/** Units under what a lead unit covers at which the template is shown: as `assignReports` lets through. */
function assignableBy(leadUnitId: string, ownerUnitId: string, tree: UnitTree): readonly Unit[] {
  const cover = coveredBy(leadUnitId, tree);
  return cover ? [cover, ...tree.descendants(cover.id)].filter(({ id }) => libraryShows(ownerUnitId, id, tree)) : [];
}

async function regimesOf({ db, actor, now }: ServiceContext, { id }: Pick<VisibleTemplate, "id">): Promise<readonly RegimeItem[]> {
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const rows = await db
    .select({ regime: regimes, lead: { id: units.id, code: units.code, name: units.name } })
    .from(regimes)
    .innerJoin(units, eq(units.id, regimes.leadUnitId))
    .where(eq(regimes.templateId, id))
    .orderBy(asc(regimes.code));
  return rows
    .filter(({ lead }) => can(actor, "progress.read", { unitId: lead.id, leadUnitId: lead.id }, tree))
    .map(({ regime, lead }) => ({
      id: regime.id,
      code: regime.code,
      name: regime.name,
      templateId: regime.templateId,
      // Checked when the regime was made.
      frequency: regime.frequency as Frequency,
      lead,
      legalBasis: regime.legalBasis,
      cutoff: regime.cutoff as CutoffRule,
      deadline: regime.deadline as DeadlineRule,
      retired: regime.retiredAt !== null && regime.retiredAt <= now,
    }));
}

/** The document of a version in force, checked when it was published. */
async function documentOf(db: Pick<Database, "select">, versionId: string): Promise<Template> {
  const [row] = await db.select({ document: templateVersions.document }).from(templateVersions).where(eq(templateVersions.id, versionId));
  if (!row) throw new Error("a version in force is gone");
  return row.document as Template;
}

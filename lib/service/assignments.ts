import { and, desc, eq, gte, isNotNull, lte } from "drizzle-orm";
import { can, libraryShows } from "@/lib/auth/permission";
import { assignments, auditEvents, calendarDays, type Database, regimes, reports, templates, templateVersions, units } from "@/lib/db";
import {
  addDays,
  type CutoffRule,
  cutoffOf,
  type DeadlineRule,
  dayInVietnam,
  deadlineOf,
  isDay,
  type Period,
  parsePeriod,
  type WorkingCalendar,
} from "@/lib/period";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "./context";
import { coveredBy } from "./coveredBy";
import { refuse } from "./refusal";
import { unitTreeOn } from "./unitTreeOn";

export interface AssignInput {
  /** Code of the regime. */
  readonly regime: string;
  readonly period: string;
  readonly unitIds: readonly string[];
  /** When reception opens (`YYYY-MM-DD`, from midnight in Vietnam); now where absent. */
  readonly opensOn?: string;
}

export interface AssignOutput {
  readonly assigned: number;
  /** Units that had the duty already; nothing was changed for them. */
  readonly existing: number;
}

/**
 * Gives the duty of a regime and period to units: an assignment with its deadline and an empty report each, on the
 * version that is in force. Units that have it already are passed over. Refused: `assignment.unknownRegime`,
 * `assignment.notYours`, `assignment.notCovered` and `assignment.notShown` (forbidden), `assignment.retired`,
 * `assignment.templateRetired`, `assignment.wrongFrequency`, `assignment.unknownUnit`, `assignment.noUnits`,
 * `assignment.noVersion`, `assignment.badDay`, `period.unknownCode`.
 */
export async function assignReports({ db, actor, now }: ServiceContext, input: AssignInput): Outcome<AssignOutput> {
  const [regime] = await db.select().from(regimes).where(eq(regimes.code, input.regime));
  const today = await unitTreeOn(db, dayInVietnam(now));
  if (!regime || !can(actor, "progress.read", { unitId: regime.leadUnitId, leadUnitId: regime.leadUnitId }, today)) {
    return refuse("notFound", { code: "assignment.unknownRegime", params: { regime: input.regime } });
  }
  if (!can(actor, "assignment.manage", { leadUnitId: regime.leadUnitId }, today))
    return refuse("forbidden", { code: "assignment.notYours" });
  if (regime.retiredAt !== null && regime.retiredAt <= now) return refuse("conflict", { code: "assignment.retired" });
  const [template] = await db
    .select({ ownerUnitId: templates.ownerUnitId, owner: units.name })
    .from(templates)
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .where(eq(templates.id, regime.templateId));
  if (!template) throw new Error("a regime without template");
  const period = parsePeriod(input.period);
  if (!period.ok) return refuse("invalid", { ...period.error, at: "/period" });
  if (period.value.frequency !== regime.frequency) {
    return refuse("invalid", {
      code: "assignment.wrongFrequency",
      params: { period: input.period, frequency: regime.frequency },
      at: "/period",
    });
  }
  if (input.opensOn !== undefined && !isDay(input.opensOn)) {
    return refuse("invalid", { code: "assignment.badDay", params: { day: input.opensOn }, at: "/opensOn" });
  }
  // In one order for everybody: two who assign at the same moment wait for each other, and never both.
  const unitIds = [...new Set(input.unitIds)].sort();
  if (unitIds.length === 0) return refuse("invalid", { code: "assignment.noUnits", at: "/unitIds" });
  // Rules were checked when the regime was made.
  const rules = { cutoff: regime.cutoff as CutoffRule, deadline: regime.deadline as DeadlineRule };
  const tree = await unitTreeOn(db, cutoffOf(period.value, rules.cutoff).to);
  const assigned = unitIds.map((id) => tree.unit(id));
  const unknown = unitIds[assigned.indexOf(undefined)];
  if (unknown !== undefined) {
    return refuse("invalid", { code: "assignment.unknownUnit", params: { unit: unknown, period: input.period }, at: "/unitIds" });
  }
  const cover = coveredBy(regime.leadUnitId, tree) ?? coveredBy(regime.leadUnitId, today);
  const foreign = assigned.find((unit) => unit !== undefined && !(cover && tree.isUnder(unit.id, cover.id)));
  if (foreign) return refuse("forbidden", { code: "assignment.notCovered", params: { unit: foreign.name }, at: "/unitIds" });
  // By the administration of today or of the period: a commune that has left its district keeps the district's old periods.
  const unshown = assigned.find((unit) => unit && ![tree, today].some((on) => libraryShows(template.ownerUnitId, unit.id, on)));
  if (unshown) {
    return refuse("forbidden", { code: "assignment.notShown", params: { unit: unshown.name, owner: template.owner }, at: "/unitIds" });
  }
  const calendar = await calendarAround(db, period.value, rules);

  return db.transaction(async (tx) => {
    // Held so that nobody retires the template, or publishes another version, while it is assigned.
    const [standing] = await tx
      .select({ retiredAt: templates.retiredAt })
      .from(templates)
      .where(eq(templates.id, regime.templateId))
      .for("share");
    if (standing?.retiredAt) return refuse("conflict", { code: "assignment.templateRetired" });
    const [version] = await tx
      .select({ id: templateVersions.id })
      .from(templateVersions)
      .where(
        and(
          eq(templateVersions.templateId, regime.templateId),
          eq(templateVersions.state, "published"),
          isNotNull(templateVersions.compiled),
        ),
      )
      .orderBy(desc(templateVersions.version))
      .limit(1);
    if (!version) return refuse("conflict", { code: "assignment.noVersion" });
    const opensAt = input.opensOn === undefined ? now : new Date(`${input.opensOn}T00:00:00+07:00`);
    const made = await tx
      .insert(assignments)
      .values(
        assigned
          .filter((unit) => unit !== undefined)
          .map((unit) => {
            const { nominal, effective } = deadlineOf(period.value, rules, unit.level, calendar);
            return {
              regimeId: regime.id,
              templateVersionId: version.id,
              period: input.period,
              unitId: unit.id,
              opensAt,
              nominalDeadline: nominal,
              effectiveDeadline: effective,
            };
          }),
      )
      .onConflictDoNothing()
      .returning({ id: assignments.id, unitId: assignments.unitId });
    if (made.length > 0) {
      await tx.insert(reports).values(
        made.map(({ id, unitId }) => ({
          assignmentId: id,
          unitId,
          period: input.period,
          templateVersionId: version.id,
          createdAt: now,
          updatedAt: now,
        })),
      );
      await tx.insert(auditEvents).values({
        accountId: actor.accountId,
        action: "assignment.make",
        subject: regime.id,
        detail: { regime: regime.code, period: input.period, units: made.length },
        happenedAt: now,
      });
    }
    return ok({ assigned: made.length, existing: unitIds.length - made.length });
  });
}

export interface ReceptionInput {
  readonly regime: string;
  readonly period: string;
  readonly open: boolean;
}

/**
 * Closes the reception of a regime and period, or opens it again (Decision 851 article 24.3). Refused as `assignReports`,
 * and `assignment.notAssigned`.
 */
export async function setReception({ db, actor, now }: ServiceContext, input: ReceptionInput): Outcome<{ readonly changed: number }> {
  const [regime] = await db.select().from(regimes).where(eq(regimes.code, input.regime));
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (!regime || !can(actor, "progress.read", { unitId: regime.leadUnitId, leadUnitId: regime.leadUnitId }, tree)) {
    return refuse("notFound", { code: "assignment.unknownRegime", params: { regime: input.regime } });
  }
  if (!can(actor, "assignment.manage", { leadUnitId: regime.leadUnitId }, tree))
    return refuse("forbidden", { code: "assignment.notYours" });
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(assignments)
      .set({ closedAt: input.open ? null : now })
      .where(and(eq(assignments.regimeId, regime.id), eq(assignments.period, input.period)))
      .returning({ id: assignments.id });
    if (changed.length === 0) {
      return refuse("notFound", { code: "assignment.notAssigned", params: { regime: input.regime, period: input.period } });
    }
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: input.open ? "assignment.open" : "assignment.close",
      subject: regime.id,
      detail: { regime: regime.code, period: input.period, units: changed.length },
      happenedAt: now,
    });
    return ok({ changed: changed.length });
  });
}

/** The working calendar from the end of the cut-off on: no deadline lies further from it than a year and a half. */
async function calendarAround(db: Database, period: Period, { cutoff }: { readonly cutoff: CutoffRule }): Promise<WorkingCalendar> {
  const { to } = cutoffOf(period, cutoff);
  const days = await db
    .select({ day: calendarDays.day, kind: calendarDays.kind })
    .from(calendarDays)
    .where(and(gte(calendarDays.day, addDays(to, -366)), lte(calendarDays.day, addDays(to, 548))));
  return new Map(days.map(({ day, kind }) => [day, kind]));
}

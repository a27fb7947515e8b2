import { and, asc, count, desc, eq, gte, inArray, isNotNull, lte, max, type SQL, sql } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { assignments, auditEvents, calendarDays, type Database, regimes, reports, templateVersions, units } from "@/lib/db";
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
import { receivedStates } from "@/lib/workflow";
import type { Outcome, ServiceContext } from "./context";
import { coveredBy } from "./coveredBy";
import { refuse } from "./refusal";
import { isLate } from "./reports/isLate";
import type { ProgressDetail, ProgressItem, UnitProgress, UnitRef } from "./types";
import { unitTreeOn } from "./unitTreeOn";

export interface ProgressQuery {
  readonly period?: string;
  /** Code of a regime. */
  readonly regime?: string;
}

/** A report that was sent in its day or later, or is due: the duties that count as late on the day `today`. */
const lateOn = (today: string): SQL =>
  sql`coalesce((${reports.sentAt} at time zone 'Asia/Ho_Chi_Minh')::date, ${today}::date) > ${assignments.effectiveDeadline}`;

/**
 * The regimes that the actor's units lead, each with its periods, the latest first: how many units were assigned, how
 * many reports came in, were accepted, are late. One statement; 500 lines at most.
 */
export async function listProgress({ db, actor, now }: ServiceContext, query: ProgressQuery = {}): Outcome<readonly ProgressItem[]> {
  const [tree, all] = await Promise.all([
    unitTreeOn(db, dayInVietnam(now)),
    db.select({ id: regimes.id, leadUnitId: regimes.leadUnitId }).from(regimes),
  ]);
  const led = all.filter(({ leadUnitId }) => can(actor, "progress.read", { unitId: leadUnitId, leadUnitId }, tree)).map(({ id }) => id);
  if (led.length === 0) return ok([]);
  const received = sql`${reports.state} in ${[...receivedStates]}`;
  const rows = await db
    .select({
      regimeId: regimes.id,
      regimeCode: regimes.code,
      regimeName: regimes.name,
      period: assignments.period,
      deadline: max(assignments.effectiveDeadline),
      assigned: count(),
      received: sql<number>`count(*) filter (where ${received})::int`,
      accepted: sql<number>`count(*) filter (where ${reports.state} = 'accepted')::int`,
      late: sql<number>`count(*) filter (where ${lateOn(dayInVietnam(now))})::int`,
    })
    .from(assignments)
    .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
    .innerJoin(reports, eq(reports.assignmentId, assignments.id))
    .where(
      and(
        inArray(assignments.regimeId, led),
        query.period === undefined ? undefined : eq(assignments.period, query.period),
        query.regime === undefined ? undefined : eq(regimes.code, query.regime),
      ),
    )
    .groupBy(regimes.id, assignments.period)
    .orderBy(desc(max(assignments.effectiveDeadline)), asc(regimes.code))
    .limit(500);
  return ok(rows.map(({ deadline, ...row }) => ({ ...row, deadline: deadline ?? "" })));
}

/**
 * Who reported in a regime and period and who did not, by the unit above (as it stood at the end of the cut-off).
 * Refused: `assignment.unknownRegime` (also for one that the actor may not see), `assignment.notAssigned`.
 */
export async function openProgress(
  { db, actor, now }: ServiceContext,
  { regime: code, period }: { readonly regime: string; readonly period: string },
): Outcome<ProgressDetail> {
  const [regime] = await db.select().from(regimes).where(eq(regimes.code, code));
  const today = await unitTreeOn(db, dayInVietnam(now));
  if (!regime || !can(actor, "progress.read", { unitId: regime.leadUnitId, leadUnitId: regime.leadUnitId }, today)) {
    return refuse("notFound", { code: "assignment.unknownRegime", params: { regime: code } });
  }
  const parsed = parsePeriod(period);
  if (!parsed.ok) return refuse("notFound", parsed.error);
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      reportId: reports.id,
      state: reports.state,
      deadline: assignments.effectiveDeadline,
      sentAt: reports.sentAt,
      closedAt: assignments.closedAt,
    })
    .from(assignments)
    .innerJoin(reports, eq(reports.assignmentId, assignments.id))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(assignments.regimeId, regime.id), eq(assignments.period, period)))
    .orderBy(asc(units.position), asc(units.code));
  if (rows.length === 0) return refuse("notFound", { code: "assignment.notAssigned", params: { regime: code, period } });
  const duties = rows.map(
    ({ sentAt, closedAt: _, ...row }): UnitProgress => ({
      ...row,
      late: isLate(row.deadline, sentAt, now),
      sentAt: sentAt?.toISOString() ?? null,
    }),
  );
  // The rule was checked when the regime was made.
  const tree = await unitTreeOn(db, cutoffOf(parsed.value, regime.cutoff as CutoffRule).to);
  const isReceived = ({ state }: UnitProgress) => receivedStates.some((one) => one === state);
  const groups = new Map<string | null, UnitProgress[]>();
  for (const duty of duties) {
    const over = tree.parent(duty.unit.id)?.id ?? null;
    groups.set(over, [...(groups.get(over) ?? []), duty]);
  }
  const refOf = (id: string | null): UnitRef | null => {
    const unit = id === null ? undefined : tree.unit(id);
    return unit ? { id: unit.id, code: unit.code, name: unit.name } : null;
  };
  const placeOf = new Map(tree.roots.flatMap((root) => [root, ...tree.descendants(root.id)]).map(({ id }, place) => [id, place]));
  return ok({
    regimeId: regime.id,
    regimeCode: regime.code,
    regimeName: regime.name,
    period,
    deadline:
      duties
        .map(({ deadline }) => deadline)
        .sort()
        .at(-1) ?? "",
    assigned: duties.length,
    received: duties.filter(isReceived).length,
    accepted: duties.filter(({ state }) => state === "accepted").length,
    late: duties.filter(({ late }) => late).length,
    closed: rows.every(({ closedAt }) => closedAt !== null && closedAt <= now),
    groups: [...groups]
      .sort(([a], [b]) => (placeOf.get(a ?? "") ?? -1) - (placeOf.get(b ?? "") ?? -1))
      .map(([over, members]) => ({
        over: refOf(over),
        received: members.filter(isReceived).length,
        late: members.filter(({ late }) => late).length,
        units: members,
      })),
  });
}

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
 * `assignment.notYours`, `assignment.notCovered` (forbidden), `assignment.retired`, `assignment.wrongFrequency`, `assignment.unknownUnit`,
 * `assignment.noUnits`, `assignment.noVersion`, `assignment.badDay`, `period.unknownCode`.
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
  const calendar = await calendarAround(db, period.value, rules);

  return db.transaction(async (tx) => {
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

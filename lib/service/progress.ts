import { and, asc, count, desc, eq, inArray, max, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permission";
import { assignments, regimes, reports, units } from "@/lib/db";
import { type CutoffRule, cutoffOf, dayInVietnam, parsePeriod } from "@/lib/period";
import { ok } from "@/lib/result";
import type { UnitTree } from "@/lib/unit";
import { receivedStates } from "@/lib/workflow";
import type { Outcome, ServiceContext } from "./context";
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

/** Which duties an actor may follow. */
interface Followed {
  /** Whether every duty of a regime is seen: the actor's units lead it, or stand over the one that does. */
  readonly whole: (leadUnitId: string) => boolean;
  /** Units at and under the actor's: of other regimes, their duties alone are seen. */
  readonly unitIds: readonly string[];
  /** The highest of the actor's units, whose part that is. */
  readonly under: UnitRef | null;
}

const followedBy = (actor: Actor, tree: UnitTree): Followed => {
  const seen = ({ id }: { readonly id: string }): boolean => can(actor, "progress.read", { unitId: id, leadUnitId: "" }, tree);
  const all = tree.roots.flatMap((root) => [root, ...tree.descendants(root.id)]).filter(seen);
  const [under] = [...all].sort((a, b) => tree.ancestors(a.id).length - tree.ancestors(b.id).length);
  return {
    whole: (leadUnitId) => can(actor, "progress.read", { unitId: leadUnitId, leadUnitId }, tree),
    unitIds: all.map(({ id }) => id),
    under: under ? { id: under.id, code: under.code, name: under.name } : null,
  };
};

/** Whether the actor accepts and returns the reports of a regime. */
const receives = (actor: Actor, leadUnitId: string, tree: UnitTree): boolean =>
  can(actor, "report.accept", { unitId: "", leadUnitId }, tree);

/**
 * Whether the actor has the work of others to follow: an aggregator or monitor, and a leader of a unit that has units
 * under it or leads a regime.
 */
export async function followsOthers({ db, actor, now }: ServiceContext): Promise<boolean> {
  if (actor.roles.some(({ role }) => role === "aggregator" || role === "monitor")) return true;
  const led = actor.roles.flatMap(({ role, unitId }) => (role === "approver" ? [unitId] : []));
  if (led.length === 0) return false;
  const tree = await unitTreeOn(db, dayInVietnam(now));
  if (led.some((id) => tree.children(id).length > 0)) return true;
  return (await db.select({ id: regimes.id }).from(regimes).where(inArray(regimes.leadUnitId, led)).limit(1)).length > 0;
}

/**
 * The regimes that the actor's units lead, and those in which units at or under the actor's report, each with its
 * periods, the latest first: how many of the units that the actor follows were assigned, how many reports came in, were
 * accepted, are late. One statement; 500 lines at most.
 */
export async function listProgress({ db, actor, now }: ServiceContext, query: ProgressQuery = {}): Outcome<readonly ProgressItem[]> {
  const [tree, all] = await Promise.all([
    unitTreeOn(db, dayInVietnam(now)),
    db.select({ id: regimes.id, leadUnitId: regimes.leadUnitId }).from(regimes),
  ]);
  const followed = followedBy(actor, tree);
  const whole = new Set(all.filter(({ leadUnitId }) => followed.whole(leadUnitId)).map(({ id }) => id));
  const seen = [
    whole.size > 0 ? inArray(assignments.regimeId, [...whole]) : undefined,
    followed.unitIds.length > 0 ? inArray(assignments.unitId, [...followed.unitIds]) : undefined,
  ].filter((part) => part !== undefined);
  if (seen.length === 0) return ok([]);
  const received = sql`${reports.state} in ${[...receivedStates]}`;
  const rows = await db
    .select({
      regimeId: regimes.id,
      regimeCode: regimes.code,
      regimeName: regimes.name,
      leadUnitId: regimes.leadUnitId,
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
        or(...seen),
        query.period === undefined ? undefined : eq(assignments.period, query.period),
        query.regime === undefined ? undefined : eq(regimes.code, query.regime),
      ),
    )
    .groupBy(regimes.id, assignments.period)
    .orderBy(desc(max(assignments.effectiveDeadline)), asc(regimes.code))
    .limit(500);
  return ok(
    rows.map(({ deadline, leadUnitId, ...row }) => ({
      ...row,
      deadline: deadline ?? "",
      under: whole.has(row.regimeId) ? null : followed.under,
      receives: receives(actor, leadUnitId, tree),
    })),
  );
}

/**
 * Who reported in a regime and period and who did not, by the unit above (as it stood at the end of the cut-off): of the
 * units that the actor follows.
 * Refused: `assignment.unknownRegime` (also for one that the actor may not see), `assignment.notAssigned`.
 */
export async function openProgress(
  { db, actor, now }: ServiceContext,
  { regime: code, period }: { readonly regime: string; readonly period: string },
): Outcome<ProgressDetail> {
  const [regime] = await db.select().from(regimes).where(eq(regimes.code, code));
  const today = await unitTreeOn(db, dayInVietnam(now));
  const followed = followedBy(actor, today);
  const whole = regime !== undefined && followed.whole(regime.leadUnitId);
  if (!regime || !(whole || followed.unitIds.length > 0)) {
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
    .where(
      and(
        eq(assignments.regimeId, regime.id),
        eq(assignments.period, period),
        whole ? undefined : inArray(assignments.unitId, [...followed.unitIds]),
      ),
    )
    .orderBy(asc(units.position), asc(units.code));
  if (rows.length === 0) {
    return refuse("notFound", { code: whole ? "assignment.notAssigned" : "assignment.unknownRegime", params: { regime: code, period } });
  }
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
    under: whole ? null : followed.under,
    receives: receives(actor, regime.leadUnitId, today),
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

import { and, asc, count, desc, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Actor, Role } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permission";
import { assignments, type Database, regimes, reports, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { Page, ReportListItem } from "@/lib/service/types";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import { foldVietnamese, type UnitTree } from "@/lib/unit";
import type { ReportState } from "@/lib/workflow";
import { isLate } from "./isLate";

export interface ReportQuery {
  /**
   * Whose reports: `own` of the units that I fill, approve or send for; `lead` of the regimes that I aggregate;
   * `work` both of these; `readable` everything that I may see. `work` where absent.
   */
  readonly scope?: "own" | "lead" | "work" | "readable";
  /** Words in the names of unit and regime, in any case and without marks. */
  readonly search?: string;
  readonly states?: readonly ReportState[];
  readonly period?: string;
  readonly regime?: string;
  /** From 1. */
  readonly page?: number;
  /** 1 to 200; 50 where absent. */
  readonly pageSize?: number;
}

/** Reports that the actor may see, those due last first. A period or regime that does not exist gives an empty list. */
export async function listReports({ db, actor, now }: ServiceContext, query: ReportQuery = {}): Outcome<Page<ReportListItem>> {
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(200, Math.max(1, Math.trunc(query.pageSize ?? 50)));
  const [tree, allRegimes] = await Promise.all([
    unitTreeOn(db, dayInVietnam(now)),
    db.select({ id: regimes.id, code: regimes.code, name: regimes.name, leadUnitId: regimes.leadUnitId }).from(regimes),
  ]);
  const where = and(
    scopeOf(actor, query.scope ?? "work", tree, allRegimes),
    query.states && query.states.length > 0 ? inArray(reports.state, [...query.states]) : undefined,
    query.period === undefined ? undefined : eq(reports.period, query.period),
    query.regime === undefined ? undefined : eq(regimes.code, query.regime),
    ...searched(query.search ?? "", allRegimes),
  );
  const [items, [counted]] = await Promise.all([
    fromReports(db)
      .where(where)
      .orderBy(desc(assignments.effectiveDeadline), asc(regimes.code), asc(units.folded), asc(reports.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db
      .select({ total: count() })
      .from(reports)
      .innerJoin(assignments, eq(assignments.id, reports.assignmentId))
      .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
      .innerJoin(units, eq(units.id, reports.unitId))
      .where(where),
  ]);
  return ok({
    items: items.map(({ updatedAt, sentAt, ...item }) => ({
      ...item,
      late: isLate(item.deadline, sentAt, now),
      updatedAt: updatedAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    total: counted?.total ?? 0,
    page,
    pageSize,
  });
}

const fromReports = (db: Database) =>
  db
    .select({
      id: reports.id,
      regime: { code: regimes.code, name: regimes.name },
      unit: { id: units.id, code: units.code, name: units.name },
      period: reports.period,
      state: reports.state,
      deadline: assignments.effectiveDeadline,
      updatedAt: reports.updatedAt,
      sentAt: reports.sentAt,
    })
    .from(reports)
    .innerJoin(assignments, eq(assignments.id, reports.assignmentId))
    .innerJoin(regimes, eq(regimes.id, assignments.regimeId))
    .innerJoin(units, eq(units.id, reports.unitId));

const fillingRoles: readonly Role[] = ["reporter", "approver", "sender"];

/** The part of the reports that a scope means, within what `can` lets the actor see: one condition on indexed columns. */
function scopeOf(
  actor: Actor,
  scope: NonNullable<ReportQuery["scope"]>,
  tree: UnitTree,
  allRegimes: readonly { readonly id: string; readonly leadUnitId: string }[],
): SQL {
  const heldAt = (wanted: readonly Role[]) => new Set(actor.roles.filter(({ role }) => wanted.includes(role)).map(({ unitId }) => unitId));
  const visible = (unitId: string) => can(actor, "report.read", { unitId, leadUnitId: "" }, tree);
  const led = (leadUnitId: string) => can(actor, "report.read", { unitId: "", leadUnitId }, tree);
  const filling = heldAt(fillingRoles);
  const aggregating = heldAt(["aggregator"]);
  const everyUnit = tree.roots.flatMap((root) => [root, ...tree.descendants(root.id)]).map(({ id }) => id);
  const unitIds = {
    own: [...filling].filter(visible),
    lead: [],
    work: [...filling].filter(visible),
    readable: everyUnit.filter(visible),
  }[scope];
  const regimeIds = allRegimes
    .filter(({ leadUnitId }) => scope !== "own" && led(leadUnitId) && (scope === "readable" || aggregating.has(leadUnitId)))
    .map(({ id }) => id);
  const parts = [
    unitIds.length > 0 ? inArray(reports.unitId, unitIds) : undefined,
    regimeIds.length > 0 ? inArray(assignments.regimeId, regimeIds) : undefined,
  ].filter((part) => part !== undefined);
  return or(...parts) ?? sql`false`;
}

/** Every word must stand in the unit's or the regime's name. Regimes are few and their names are folded here. */
function searched(
  search: string,
  allRegimes: readonly { readonly id: string; readonly code: string; readonly name: string }[],
): readonly SQL[] {
  const words = foldVietnamese(search)
    .split(" ")
    .filter((word) => word !== "");
  return words.slice(0, 8).map((word) => {
    const named = allRegimes.filter(({ code, name }) => foldVietnamese(`${code} ${name}`).includes(word)).map(({ id }) => id);
    const ofUnit = like(units.folded, `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
    return (named.length > 0 ? or(ofUnit, inArray(assignments.regimeId, named)) : ofUnit) ?? ofUnit;
  });
}

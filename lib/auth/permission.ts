import type { UnitTree } from "@/lib/unit";
import { type ReportAction, type Side, transitions } from "@/lib/workflow";
import { type Actor, type Role, roles } from "./actor";

/** Whose report (or whose subordinates' figures) of a regime, and which agency leads that regime. */
export interface ReportSubject {
  readonly unitId: string;
  readonly leadUnitId: string;
}
/** The unit in whose library a template or an indicator stands. */
export interface LibrarySubject {
  readonly ownerUnitId: string;
}
export interface UnitSubject {
  readonly unitId: string;
}
/** What holds for everyone: the working calendar; the units of measure and fields of administration. */
export type CommonSubject = "calendar" | "catalogue";

type ReportPermission = "report.read" | "report.write" | `report.${ReportAction}` | "aggregate.read" | "progress.read";
type TemplatePermission = "template.read" | "template.design" | "template.publish";
type IndicatorPermission = "indicator.read" | "indicator.design";
type UnitPermission = "account.administer" | "unit.administer";

/** Everything that may be done, with what it is done to. */
export type SubjectOf<P extends Permission> = P extends ReportPermission
  ? ReportSubject
  : P extends TemplatePermission | IndicatorPermission
    ? LibrarySubject
    : P extends UnitPermission
      ? UnitSubject
      : P extends "assignment.manage"
        ? Pick<ReportSubject, "leadUnitId">
        : CommonSubject;
export type Permission =
  | ReportPermission
  | TemplatePermission
  | IndicatorPermission
  | UnitPermission
  | "assignment.manage"
  | "calendar.administer"
  | "catalogue.administer";
type Subject = ReportSubject | LibrarySubject | UnitSubject | Pick<ReportSubject, "leadUnitId"> | CommonSubject;

/**
 * How the unit at which a role is held must stand to the subject.
 * - `own`: it is the subject's unit (or the library's)
 * - `over`: it is the subject's unit or lies above it
 * - `lead`: it leads the regime
 * - `library`: what stands in the library is shown at it
 * - `root`: nothing lies above it
 */
type Scope = "own" | "over" | "lead" | "library" | "root";
interface Grant {
  readonly roles: readonly Role[];
  readonly scope: Scope;
}

const scopeOf: Readonly<Record<Side, Scope>> = { reporting: "own", lead: "lead" };
/** Acts of the workflow: by the role and on the side that its table names, so that there is one truth. */
const byWorkflow = (action: ReportAction): readonly Grant[] => [
  { roles: [transitions[action].by.role], scope: scopeOf[transitions[action].by.side] },
];

const reportRoles: readonly Role[] = ["reporter", "approver", "sender", "aggregator", "monitor"];
const leadRoles: readonly Role[] = ["aggregator", "approver", "monitor"];
/** A unit sees itself and what lies under it; a lead agency sees the reports assigned by it (DESIGN 9). */
const seen: readonly Grant[] = [
  { roles: reportRoles, scope: "over" },
  { roles: leadRoles, scope: "lead" },
];

const grants: Readonly<Record<Permission, readonly Grant[]>> = {
  "report.read": seen,
  "report.write": [{ roles: ["reporter"], scope: "own" }],
  "report.submit": byWorkflow("submit"),
  "report.reject": byWorkflow("reject"),
  "report.approve": byWorkflow("approve"),
  "report.sign": byWorkflow("sign"),
  "report.send": byWorkflow("send"),
  "report.recall": byWorkflow("recall"),
  "report.accept": byWorkflow("accept"),
  "report.return": byWorkflow("return"),
  "report.revise": byWorkflow("revise"),
  "report.reopen": byWorkflow("reopen"),
  "aggregate.read": seen,
  "progress.read": [...seen, { roles: ["admin"], scope: "over" }],
  "template.read": [{ roles, scope: "library" }],
  "template.design": [{ roles: ["designer"], scope: "own" }],
  "template.publish": [{ roles: ["designer"], scope: "own" }],
  "indicator.read": [{ roles, scope: "library" }],
  "indicator.design": [{ roles: ["designer"], scope: "own" }],
  "account.administer": [{ roles: ["admin"], scope: "over" }],
  "unit.administer": [{ roles: ["admin"], scope: "over" }],
  "calendar.administer": [{ roles: ["admin"], scope: "root" }],
  "catalogue.administer": [{ roles: ["admin"], scope: "root" }],
  "assignment.manage": [{ roles: ["aggregator"], scope: "lead" }],
};

export const permissions = Object.keys(grants) as readonly Permission[];

const unitOf = (subject: Subject): string | undefined => {
  if (typeof subject === "string") return undefined;
  if ("ownerUnitId" in subject) return subject.ownerUnitId;
  return "unitId" in subject ? subject.unitId : undefined;
};

/** An agency's library serves the unit that the agency belongs to: the Operations Centre's templates are the city's. */
const libraryRoot = (ownerUnitId: string, tree: UnitTree): string =>
  tree.unit(ownerUnitId)?.level === "agency" ? (tree.parent(ownerUnitId)?.id ?? ownerUnitId) : ownerUnitId;

/** Whether what stands in a unit's library is shown at another: at itself, and at all that lies under its root. */
export const libraryShows = (ownerUnitId: string, unitId: string, tree: UnitTree): boolean =>
  unitId === ownerUnitId || tree.isUnder(unitId, libraryRoot(ownerUnitId, tree));

const stands = (heldAt: string, scope: Scope, subject: Subject, tree: UnitTree): boolean => {
  const unitId = unitOf(subject);
  switch (scope) {
    case "own":
      return unitId === heldAt;
    case "over":
      return unitId !== undefined && (unitId === heldAt || tree.isUnder(unitId, heldAt));
    case "lead":
      return typeof subject !== "string" && "leadUnitId" in subject && subject.leadUnitId === heldAt;
    case "library":
      return unitId !== undefined && libraryShows(unitId, heldAt, tree);
    case "root":
      return tree.roots.some((root) => root.id === heldAt && root.level === "city");
  }
};

/**
 * Whether an actor may do this to that: the one place where permission is decided (DESIGN 9). `tree` is the
 * administration on the day that matters: today for acts and accounts, the end of the cut-off for figures of a period.
 */
export const can = <P extends Permission>(actor: Pick<Actor, "roles">, permission: P, subject: SubjectOf<P>, tree: UnitTree): boolean =>
  grants[permission].some((grant) =>
    actor.roles.some((held) => grant.roles.includes(held.role) && stands(held.unitId, grant.scope, subject, tree)),
  );

/** The actor's parts in one report, as `transition` and `actionsFrom` of lib/workflow want them. */
export const partsIn = (
  actor: Pick<Actor, "roles">,
  subject: ReportSubject,
): { readonly parts: readonly { readonly role: Role; readonly side: Side }[] } => ({
  parts: actor.roles.flatMap(({ role, unitId }) => [
    ...(unitId === subject.unitId ? [{ role, side: "reporting" as const }] : []),
    ...(unitId === subject.leadUnitId ? [{ role, side: "lead" as const }] : []),
  ]),
});

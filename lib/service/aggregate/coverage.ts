import { reportingUnits } from "@/lib/aggregate";
import type { DutyGroup } from "@/lib/db";
import type { AggregateDetail, UnitRef } from "@/lib/service/types";
import type { Unit, UnitTree } from "@/lib/unit";
import type { ReportState } from "@/lib/workflow";

/** What one reporting unit owes, and whether it came in. */
export interface Duty {
  readonly unit: Unit;
  readonly state: ReportState | null;
  /** In a state that counts, on the version that is added up. */
  readonly received: boolean;
}

/** The reporting units under a parent, in the order of the tree. */
export interface CoveredDuties {
  readonly duties: readonly Duty[];
  /** The version that is added up; undefined where nothing is assigned. */
  readonly templateVersionId: string | undefined;
  /** Nobody else is assigned in the regime and period: the whole of it can be asked for without naming units. */
  readonly everyone: boolean;
}

export const unitRef = ({ id, code, name }: UnitRef): UnitRef => ({ id, code, name });

/** The version with which most of the units report; the greater id of two that are even. */
export const commonVersion = (counted: Iterable<{ readonly templateVersionId: string; readonly units: number }>): string | undefined => {
  const counts = new Map<string, number>();
  for (const { templateVersionId, units } of counted) counts.set(templateVersionId, (counts.get(templateVersionId) ?? 0) + units);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1));
  return first?.[0];
};

/**
 * Who reports for a parent and what came in. A report made with another version of the template than most cannot be
 * added to theirs: it counts as missing until it is migrated.
 */
export const coveredDuties = (
  tree: UnitTree,
  groups: readonly DutyGroup[],
  parentId: string,
  countedStates: readonly ReportState[],
): CoveredDuties => {
  const groupOf = new Map<string, DutyGroup>();
  for (const group of groups) for (const unitId of group.unitIds) groupOf.set(unitId, group);
  const reporting = reportingUnits(tree, groupOf, parentId).map((unit) => ({ unit, group: groupOf.get(unit.id) }));
  const counts = new Map<DutyGroup, number>();
  for (const { group } of reporting) if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  const templateVersionId = commonVersion([...counts].map(([group, units]) => ({ templateVersionId: group.templateVersionId, units })));
  const standings = new Map<DutyGroup | undefined, Omit<Duty, "unit">>();
  for (const group of counts.keys()) {
    // States of the database are those of lib/workflow: its column is an enumeration of them.
    const state = group.state as ReportState | null;
    const received = group.templateVersionId === templateVersionId && state !== null && countedStates.includes(state);
    standings.set(group, { state, received });
  }
  const duties = reporting.map(({ unit, group }): Duty => ({ unit, ...(standings.get(group) ?? { state: null, received: false }) }));
  return { duties, templateVersionId, everyone: duties.length === groupOf.size };
};

/**
 * Direct subordinates of a parent that have reporting units below them, each with its own coverage. Duties and
 * subordinates are in the order of the tree, so that each subordinate's duties stand together.
 */
export const openableChildren = (tree: UnitTree, parentId: string, duties: readonly Duty[]): AggregateDetail["children"] => {
  const found: (UnitRef & { expected: number; received: number })[] = [];
  let next = 0;
  for (const child of tree.children(parentId)) {
    const count = { expected: 0, received: 0, below: false };
    for (let duty = duties[next]; duty !== undefined && tree.isUnder(duty.unit.id, child.id); duty = duties[++next]) {
      count.expected += 1;
      if (duty.received) count.received += 1;
      if (duty.unit.id !== child.id) count.below = true;
    }
    if (count.below) found.push({ ...unitRef(child), expected: count.expected, received: count.received });
  }
  return found;
};

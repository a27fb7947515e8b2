import { reportingUnits } from "@/lib/aggregate";
import type { DutyRow } from "@/lib/db";
import type { AggregateDetail, UnitRef } from "@/lib/service/types";
import type { Unit, UnitTree } from "@/lib/unit";
import type { ReportState } from "@/lib/workflow";

/** What one reporting unit owes, and whether it came in. */
export interface Duty {
  readonly unit: Unit;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  /** Sent or accepted, on the version that is added up. */
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
const commonVersion = (rows: readonly DutyRow[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { templateVersionId } of rows) counts.set(templateVersionId, (counts.get(templateVersionId) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1));
  return first?.[0];
};

/**
 * Who reports for a parent and what came in. A report made with another version of the template than most cannot be
 * added to theirs: it counts as missing until it is migrated.
 */
export const coveredDuties = (
  tree: UnitTree,
  rows: readonly DutyRow[],
  parentId: string,
  countedStates: readonly ReportState[],
): CoveredDuties => {
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  const leaves = reportingUnits(tree, new Set(byUnit.keys()), parentId);
  const templateVersionId = commonVersion(leaves.flatMap((id) => byUnit.get(id) ?? []));
  const duties = leaves.flatMap((id): readonly Duty[] => {
    const unit = tree.unit(id);
    const row = byUnit.get(id);
    if (unit === undefined || row === undefined) return [];
    // States of the database are those of lib/workflow: its column is an enumeration of them.
    const state = row.state as ReportState | null;
    const received = state !== null && countedStates.includes(state) && row.templateVersionId === templateVersionId;
    return [{ unit, reportId: row.reportId, state, received }];
  });
  return { duties, templateVersionId, everyone: duties.length === rows.length };
};

/** Direct subordinates of a parent that have reporting units below them, each with its own coverage. */
export const openableChildren = (tree: UnitTree, parentId: string, duties: readonly Duty[]): AggregateDetail["children"] => {
  const counts = new Map<string, { expected: number; received: number; below: boolean }>();
  for (const { unit, received } of duties) {
    let child: Unit = unit;
    for (let above = tree.parent(child.id); above !== undefined && above.id !== parentId; above = tree.parent(child.id)) child = above;
    const count = counts.get(child.id) ?? { expected: 0, received: 0, below: false };
    counts.set(child.id, {
      expected: count.expected + 1,
      received: count.received + (received ? 1 : 0),
      below: count.below || child.id !== unit.id,
    });
  }
  return tree.children(parentId).flatMap((unit) => {
    const count = counts.get(unit.id);
    return count?.below ? [{ ...unitRef(unit), expected: count.expected, received: count.received }] : [];
  });
};

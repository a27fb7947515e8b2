import type { Unit, UnitTree } from "@/lib/unit";

/**
 * The units whose reports make up a parent's figures: those assigned at or under it that have no assigned unit below
 * them. Where a district reports beside its communes, its own report already holds theirs, and only the communes
 * count, so that nothing is counted twice. In the order of the tree; units that the tree does not know are nobody's.
 */
export const reportingUnits = (tree: UnitTree, assigned: Pick<ReadonlySet<string>, "has">, parentId: string): readonly Unit[] => {
  const top = tree.unit(parentId);
  if (top === undefined) return [];
  const leaves: Unit[] = [];
  const below = tree.descendants(parentId);
  // Walked backwards, children come before their parents: what was marked has an assigned unit below it.
  const hasAssignedBelow = new Set<string>();
  for (let i = below.length - 1; i >= -1; i--) {
    const unit = below[i] ?? top;
    const { id } = unit;
    const marked = hasAssignedBelow.has(id);
    const isAssigned = assigned.has(id);
    if (isAssigned && !marked) leaves.push(unit);
    const above = marked || isAssigned ? tree.parent(id) : undefined;
    if (above !== undefined) hasAssignedBelow.add(above.id);
  }
  return leaves.reverse();
};

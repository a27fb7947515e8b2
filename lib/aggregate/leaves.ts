import type { UnitTree } from "@/lib/unit";

/**
 * The units whose reports make up a parent's figures: those assigned at or under it that have no assigned unit below
 * them. Where a district reports beside its communes, its own report already holds theirs, and only the communes
 * count, so that nothing is counted twice. In the order of the tree; units that the tree does not know are nobody's.
 */
export const reportingUnits = (tree: UnitTree, assigned: ReadonlySet<string>, parentId: string): readonly string[] => {
  const top = tree.unit(parentId);
  if (top === undefined) return [];
  const leaves: string[] = [];
  // Walked backwards, children come before their parents: what was marked has an assigned unit below it.
  const hasAssignedBelow = new Set<string>();
  for (const { id } of [top, ...tree.descendants(parentId)].reverse()) {
    const above = tree.parent(id)?.id;
    if (assigned.has(id) && !hasAssignedBelow.has(id)) leaves.push(id);
    if (above !== undefined && (assigned.has(id) || hasAssignedBelow.has(id))) hasAssignedBelow.add(above);
  }
  return leaves.reverse();
};

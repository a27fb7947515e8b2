import type { Unit, UnitTree } from "@/lib/unit";

/**
 * The units whose reports make up a parent's figures: those assigned at or under it that have no assigned unit below
 * them. Where a district reports beside its communes, its own report already holds theirs, and only the communes
 * count, so that nothing is counted twice. In the order of the tree; units that the tree does not know are nobody's.
 */
export const reportingUnits = (tree: UnitTree, assigned: Pick<ReadonlySet<string>, "has">, parentId: string): readonly Unit[] => {
  const top = tree.unit(parentId);
  if (top === undefined) return [];
  const walk = [top, ...tree.descendants(parentId)];
  const leaves: Unit[] = [];
  // In the walk, what lies under a unit follows it at once. Read backwards, the leaf found last is therefore the only
  // one that can tell whether an assigned unit lies below.
  for (let i = walk.length - 1; i >= 0; i--) {
    const unit = walk[i];
    const last = leaves.at(-1);
    if (unit !== undefined && assigned.has(unit.id) && !(last && tree.isUnder(last.id, unit.id))) leaves.push(unit);
  }
  return leaves.reverse();
};

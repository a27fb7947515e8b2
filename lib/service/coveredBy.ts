import type { Unit, UnitTree } from "@/lib/unit";

/**
 * The unit that a regime covers, with all that lies under it: the lead agency's parent, or the lead unit where it is no
 * agency. Undefined where the lead unit did not stand on the day of the tree.
 */
export const coveredBy = (leadUnitId: string, tree: UnitTree): Unit | undefined => {
  const lead = tree.unit(leadUnitId);
  return lead?.level === "agency" ? (tree.parent(lead.id) ?? lead) : lead;
};

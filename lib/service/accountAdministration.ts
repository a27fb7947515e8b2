import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permission";
import type { UnitTree } from "@/lib/unit";

type Holder = Pick<Actor, "roles">;

/** Whether an actor administers the whole administration: every account, those without a role too. */
export const administersAll = (actor: Holder, tree: UnitTree): boolean =>
  tree.roots.some((root) => root.level === "city" && can(actor, "account.administer", { unitId: root.id }, tree));

/**
 * Whether an actor may change an account with roles at these units: at every one of them, for a password that opens
 * one role opens all. An account without roles, or with one at a unit that no longer exists, is for the top alone.
 */
export const mayAdminister = (actor: Holder, unitIds: readonly string[], tree: UnitTree): boolean =>
  administersAll(actor, tree) || (unitIds.length > 0 && unitIds.every((unitId) => can(actor, "account.administer", { unitId }, tree)));

/** Units at which an actor administers accounts. */
export const administeredUnits = (actor: Holder, tree: UnitTree): readonly string[] => [
  ...new Set(
    tree.roots
      .flatMap((root) => [root, ...tree.descendants(root.id)])
      .map(({ id }) => id)
      .filter((unitId) => can(actor, "account.administer", { unitId }, tree)),
  ),
];

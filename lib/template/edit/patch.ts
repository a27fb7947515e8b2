import type { Value } from "./command";
import type { Place, Siblings } from "./place";

/** Where a part stands: `after` is the id of the sibling before it, null for the first. */
export interface Spot {
  readonly in: Siblings;
  readonly index: number;
  readonly after: string | null;
}

/** One change, with what was there before: it can be undone, and it is seen when somebody else changed the same. */
export type Change =
  /** An absent `before` or `after`: the property was or becomes absent. */
  | { readonly kind: "set"; readonly at: Place; readonly property: string; readonly before?: Value; readonly after?: Value }
  | { readonly kind: "insert"; readonly spot: Spot; readonly part: Value }
  | { readonly kind: "remove"; readonly spot: Spot; readonly part: Value }
  | { readonly kind: "move"; readonly part: Place; readonly from: Spot; readonly to: Spot }
  | { readonly kind: "replace"; readonly before: Value; readonly after: Value };

/** What a command did, in the order it was done. Undo, autosave, the merging of two designers' work and diffs are all made of these. */
export type Patch = readonly Change[];

import type { Place, Spot, Value } from "@/lib/template/edit";

/** One fact about how a template changed into another version of itself. Parts are the same by their ids. */
export type Difference =
  /** An absent `before` or `after`: the property was or is absent. The place is that of the later template. */
  | { readonly kind: "set"; readonly place: Place; readonly property: string; readonly before?: Value; readonly after?: Value }
  /** A part with all that is new under it; what was elsewhere before is told as moved. */
  | { readonly kind: "added"; readonly place: Place; readonly part: Value; readonly spot: Spot }
  /** A part with all under it that is gone too; the place is that of the earlier template. */
  | { readonly kind: "removed"; readonly place: Place; readonly part: Value; readonly spot: Spot }
  | { readonly kind: "moved"; readonly place: Place; readonly from: Spot; readonly to: Spot };

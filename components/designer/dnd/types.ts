import type { Template } from "@/lib/template";
import type { Part, Place, Siblings } from "@/lib/template/edit";

/** What a person drags, or has picked up by keyboard, or is about to put somewhere by a menu. */
export type Dragged =
  /** New parts from the palette or the catalogue: made at the drop, so that ids are free in the template of that moment. */
  | {
      readonly kind: "new";
      readonly label: string;
      readonly of: Siblings["kind"];
      readonly make: (template: Template, into: Siblings) => readonly Part[];
    }
  /** Parts that stand in the template. */
  | { readonly kind: "parts"; readonly label: string; readonly places: readonly Place[] };

/** Where it would go: before the sibling that stands at `index` now. */
export interface DropTarget {
  readonly into: Siblings;
  readonly index: number;
}

import type { Place, Siblings } from "@/lib/template/edit";
import type { DropTarget } from "./types";

const blockOf = (siblings: Siblings): string | undefined => ("block" in siblings ? siblings.block : undefined);
const underOf = (siblings: Siblings): string | undefined => ("under" in siblings ? siblings.under : undefined);

/** Whether two name the same list. */
export const sameSiblings = (a: Siblings, b: Siblings): boolean =>
  a.kind === b.kind && blockOf(a) === blockOf(b) && underOf(a) === underOf(b);

export const sameTarget = (a: DropTarget | undefined, b: DropTarget | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.index === b.index && sameSiblings(a.into, b.into));

/** A text that is the same for the same part, and for no other. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case "document":
      return "document";
    case "block":
      return `block ${place.block}`;
    case "column":
      return `column ${place.block} ${place.column}`;
    case "row":
      return `row ${place.block} ${place.row}`;
    case "cell":
      return `cell ${place.block} ${place.row} ${place.column}`;
    case "check":
      return `check ${place.block} ${place.check}`;
    case "field":
      return `field ${place.block} ${place.field}`;
  }
}

import type { Place, Siblings } from "@/lib/template/edit";
import type { Dragged } from "./types";

export type ListKind = Siblings["kind"];

/** The kind of list that a part stands in; undefined for what stands in none (the document, a cell). */
export function listKindOf(place: Place): ListKind | undefined {
  switch (place.kind) {
    case "block":
      return "blocks";
    case "column":
      return "columns";
    case "row":
      return "rows";
    case "field":
      return "fields";
    case "check":
      return "checks";
    case "document":
    case "cell":
      return undefined;
  }
}

/** The kind of list that what is dragged can be put into. */
export function wantedList(dragged: Dragged): ListKind | undefined {
  if (dragged.kind === "new") return dragged.of;
  const [first] = dragged.places;
  return first && listKindOf(first);
}

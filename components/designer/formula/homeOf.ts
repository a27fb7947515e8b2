import type { FormulaHome } from "@/lib/form/compile";
import type { Place } from "@/lib/template/edit";

/** The place as one that takes a formula; undefined for blocks and the document. */
export function homeOfPlace(place: Place | undefined): FormulaHome | undefined {
  return place === undefined || place.kind === "document" || place.kind === "block" ? undefined : place;
}

/** Tells places apart. */
export function homeKey(home: FormulaHome): string {
  switch (home.kind) {
    case "column":
      return `${home.block} column ${home.column}`;
    case "row":
      return `${home.block} row ${home.row}`;
    case "cell":
      return `${home.block} cell ${home.row} ${home.column}`;
    case "check":
      return `${home.block} check ${home.check}`;
    case "field":
      return `${home.block} field ${home.field}`;
  }
}

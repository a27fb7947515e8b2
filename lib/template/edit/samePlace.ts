import type { Place } from "./place";

/** Whether two places tell the same part. */
export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.kind) {
    case "document":
      return b.kind === "document";
    case "block":
      return b.kind === "block" && a.block === b.block;
    case "column":
      return b.kind === "column" && a.block === b.block && a.column === b.column;
    case "row":
      return b.kind === "row" && a.block === b.block && a.row === b.row;
    case "cell":
      return b.kind === "cell" && a.block === b.block && a.row === b.row && a.column === b.column;
    case "check":
      return b.kind === "check" && a.block === b.block && a.check === b.check;
    case "field":
      return b.kind === "field" && a.block === b.block && a.field === b.field;
  }
}

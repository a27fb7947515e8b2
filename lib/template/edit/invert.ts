import type { Change, Patch } from "./patch";
import type { Place, Siblings } from "./place";

/** The patch that takes another back. */
export const invert = (patch: Patch): Patch => patch.toReversed().map(invertChange);

function invertChange(change: Change): Change {
  switch (change.kind) {
    case "set": {
      const { kind, at, property, before, after } = change;
      return {
        kind,
        at,
        property,
        ...(after === undefined ? {} : { before: after }),
        ...(before === undefined ? {} : { after: before }),
      };
    }
    case "insert":
      return { ...change, kind: "remove" };
    case "remove":
      return { ...change, kind: "insert" };
    case "move":
      return { kind: "move", part: placeAfterMove(change.part, change.to.in), from: change.to, to: change.from };
    case "replace":
      return { kind: "replace", before: change.after, after: change.before };
  }
}

/** Where a part is told once it was moved: a field that went to another group is that group's. */
export const placeAfterMove = (place: Place, into: Siblings): Place =>
  place.kind === "field" && into.kind === "fields" ? { ...place, block: into.block } : place;

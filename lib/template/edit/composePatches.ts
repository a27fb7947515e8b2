import { key } from "./documentOrder";
import { invert } from "./invert";
import type { Change, Patch } from "./patch";
import { same, withoutNumbers } from "./sameValue";

/**
 * Patches one after the other as one that says the same in fewer words: the letters of a word are one change, and what
 * was done and taken back is nothing.
 */
export function composePatches(patches: readonly Patch[]): Patch {
  const composed: Change[] = [];
  for (const change of patches.flat()) addTo(composed, change);
  return composed;
}

function addTo(composed: Change[], change: Change): void {
  const last = composed.at(-1);
  if (last && last.kind !== "set" && takesBack(last, change)) {
    composed.pop();
    return;
  }
  if (last?.kind === "replace" && change.kind === "replace") {
    // Each is as large as the template: of documents that replaced each other the first and the last are enough.
    composed[composed.length - 1] = { ...last, after: change.after };
    return;
  }
  const index = change.kind === "set" ? earlierSet(composed, change) : -1;
  const earlier = composed[index];
  if (change.kind !== "set" || earlier?.kind !== "set") {
    composed.push(change);
    return;
  }
  if (same(earlier.before, change.after)) {
    composed.splice(index, 1);
    return;
  }
  const { after: _after, ...rest } = earlier;
  composed[index] = change.after === undefined ? rest : { ...rest, after: change.after };
}

/**
 * A change of the same property, with nothing in between that moves parts or upon which other properties follow. What
 * is such a change itself is joined with its neighbour alone.
 */
function earlierSet(composed: readonly Change[], change: Extract<Change, { kind: "set" }>): number {
  for (let i = composed.length - 1; i >= 0; i--) {
    const other = composed[i];
    if (other?.kind !== "set" || changesCounting(other) || changesCounting(change)) return -1;
    const isSameProperty = other.property === change.property && key(other.at) === key(change.at);
    if (isFollowed(other) || isFollowed(change)) return isSameProperty && same(other.before, change.after) ? i : -1;
    if (isSameProperty) return i;
  }
  return -1;
}

/** Whether other properties follow upon a change: those of a kind, the numbers of rows. */
const isFollowed = ({ property }: Extract<Change, { kind: "set" }>): boolean => property === "kind" || property === "rowNumbering";

/** Whether a row begins or ceases to be counted, upon which the numbers of others follow. */
const changesCounting = (change: Extract<Change, { kind: "set" }>): boolean =>
  change.at.kind === "row" && change.property === "number" && (change.before === "") !== (change.after === "");

/** Whether a change undoes the one before it; what a table counted for a row meanwhile is no change of the row. */
function takesBack(last: Change, change: Change): boolean {
  const [inverse] = invert([last]);
  if (inverse === undefined || inverse.kind !== change.kind) return false;
  if ((inverse.kind === "remove" || inverse.kind === "insert") && (change.kind === "remove" || change.kind === "insert")) {
    const isRow = inverse.spot.in.kind === "rows";
    return (
      same(inverse.spot, change.spot) &&
      (isRow ? same(withoutNumbers(inverse.part), withoutNumbers(change.part)) : same(inverse.part, change.part))
    );
  }
  return same(inverse, change);
}

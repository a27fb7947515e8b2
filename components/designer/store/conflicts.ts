import type { DraftStep, SavedStep } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import {
  type Change,
  type Conflict as EditConflict,
  type Patch,
  type Place,
  partAt,
  placeIn,
  type StepLabel,
  samePlace,
  type Value,
} from "@/lib/template/edit";

/** What of a step did not go on over what others did: it is not in the document, and waits for a choice. */
export interface HeldChange {
  readonly id: string;
  readonly step: Pick<DraftStep, "id" | "label">;
  readonly conflict: EditConflict;
  /** What stands in its way: the latest step of others at the same parts. */
  readonly against: Pick<SavedStep, "by" | "label" | "patch" | "at"> | undefined;
}

/** One choice between what this window did and what others did. */
export interface Conflict {
  readonly id: string;
  readonly place: Place;
  readonly by: string;
  /** ISO 8601, of theirs. */
  readonly at: string | undefined;
  readonly label: StepLabel;
  readonly theirLabel: StepLabel | undefined;
  /** Two values of one property, or two acts that do not go together: a part that one changed and the other removed. */
  readonly of:
    | { readonly kind: "value"; readonly property: string; readonly mine: Value | undefined; readonly theirs: Value | undefined }
    | { readonly kind: "act"; readonly mine: Value | undefined };
}

const partOf = (template: Template, place: Place) => partAt(template, place) as Readonly<Record<string, Value>> | undefined;

/** What waits for a choice, with theirs as it stands now. */
export const conflictsOf = (held: readonly HeldChange[], template: Template): readonly Conflict[] =>
  held.map(({ id, step, conflict, against }) => {
    const { at: place, property, mine } = conflict;
    const part = partOf(template, place);
    const isOfValue = property !== undefined && (part !== undefined || place.kind === "cell");
    return {
      id,
      place,
      by: against?.by.name ?? "",
      at: against?.at,
      label: step.label,
      theirLabel: against?.label,
      of: isOfValue ? { kind: "value", property, mine, theirs: part?.[property] } : { kind: "act", mine },
    };
  });

/** The patch that puts what was held on what stands now: a value over theirs; an act after what stood in its way was taken back. */
export function insist(held: HeldChange, conflict: Conflict, template: Template, invertPatch: (patch: Patch) => Patch): Patch {
  if (conflict.of.kind === "act") return [...(held.against ? invertPatch(held.against.patch) : []), ...held.conflict.changes];
  const { property, mine } = conflict.of;
  const before = partOf(template, conflict.place)?.[property];
  return [
    {
      kind: "set",
      at: conflict.place,
      property,
      ...(before === undefined ? {} : { before }),
      ...(mine === undefined ? {} : { after: mine }),
    },
  ];
}

/** Where a change is made. */
function placeOfChange(change: Change): Place {
  switch (change.kind) {
    case "set":
      return change.at;
    case "move":
      return change.part;
    case "insert":
    case "remove":
      return placeIn(change.spot.in, String((change.part as Readonly<Record<string, unknown>>).id));
    case "replace":
      return { kind: "document" };
  }
}

/** Whether what happened at one place has to do with another: it is the same, or the whole that holds it. */
function meets(a: Place, b: Place): boolean {
  if (a.kind === "document" || b.kind === "document") return a.kind === b.kind;
  if (a.block !== b.block) return false;
  if (a.kind === "block" || b.kind === "block") return true;
  if (a.kind === "cell" && b.kind !== "cell") return meets(b, a);
  if (b.kind === "cell" && a.kind === "row") return a.row === b.row;
  if (b.kind === "cell" && a.kind === "column") return a.column === b.column;
  return samePlace(a, b);
}

/** The latest of others' steps that a patch meets: at the same place where there is one, else anywhere that has to do with it. */
export function metBy<S extends Pick<SavedStep, "patch">>(patch: Patch, others: readonly S[]): S | undefined {
  const places = patch.map(placeOfChange);
  const touching = (touches: (theirs: Place, mine: Place) => boolean): S | undefined =>
    others.findLast((other) => other.patch.some((change) => places.some((place) => touches(placeOfChange(change), place))));
  return touching(samePlace) ?? touching(meets) ?? others.findLast((other) => other.patch.some(({ kind }) => kind === "replace"));
}

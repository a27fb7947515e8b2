import type { DraftStep, SavedStep } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import { type Change, type Patch, type Place, partAt, type Siblings, type StepLabel, type Value } from "@/lib/template/edit";

/** A step, or what is left of one, that did not go on after what others did: it waits for a choice. */
export interface HeldStep {
  readonly step: DraftStep;
  /** What stands in its way: the latest step of others at the same parts. */
  readonly against: Pick<SavedStep, "by" | "label" | "patch" | "at"> | undefined;
}

/** One choice between what this window did and what others did. */
export interface Conflict {
  /** Of the held step, with the number of the change in it. */
  readonly id: string;
  readonly place: Place;
  readonly by: string;
  readonly at: string | undefined;
  readonly label: StepLabel;
  readonly theirLabel: StepLabel | undefined;
  /** Two values of one property, or two acts that do not go together: a part that one changed and the other removed. */
  readonly of:
    | { readonly kind: "value"; readonly property: string; readonly mine: Value | undefined; readonly theirs: Value | undefined }
    | { readonly kind: "act" };
}

/** Where a change is made. */
export function placeOfChange(change: Change): Place {
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

const placeIn = (into: Siblings, id: string): Place => {
  switch (into.kind) {
    case "blocks":
      return { kind: "block", block: id };
    case "columns":
      return { kind: "column", block: into.block, column: id };
    case "rows":
      return { kind: "row", block: into.block, row: id };
    case "fields":
      return { kind: "field", block: into.block, field: id };
    case "checks":
      return { kind: "check", block: into.block, check: id };
  }
};

/** Whether what happened at one place has to do with another: it is the same, or the whole that holds it. */
const meets = (a: Place, b: Place): boolean => {
  if (a.kind === "document" || b.kind === "document") return a.kind === b.kind;
  if (a.block !== b.block) return false;
  if (a.kind === "block" || b.kind === "block") return true;
  if (a.kind === "cell" && b.kind === "row") return a.row === b.row;
  if (a.kind === "cell" && b.kind === "column") return a.column === b.column;
  if (b.kind === "cell" && a.kind !== "cell") return meets(b, a);
  return samePlace(a, b);
};

export const samePlace = (a: Place, b: Place): boolean =>
  a.kind === b.kind && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** The latest of others' steps that a patch meets. */
export const metBy = <S extends Pick<SavedStep, "patch">>(patch: Patch, others: readonly S[]): S | undefined => {
  const places = patch.map(placeOfChange);
  return others.findLast((other) =>
    other.patch.some(
      (change) => change.kind === "replace" || places.some((place) => place.kind === "document" || meets(placeOfChange(change), place)),
    ),
  );
};

/** What waits for a choice, change by change where values stand against each other. */
export function conflictsOf(held: readonly HeldStep[], template: Template): readonly Conflict[] {
  return held.flatMap(({ step, against }) => {
    const common = { by: against?.by.name ?? "", at: against?.at, label: step.label, theirLabel: against?.label };
    const values = step.patch.flatMap((change, index): Conflict[] => {
      if (change.kind !== "set") return [];
      const part = partAt(template, change.at) as Readonly<Record<string, Value>> | undefined;
      if (part === undefined && change.at.kind !== "cell") return [];
      const of = { kind: "value", property: change.property, mine: change.after, theirs: part?.[change.property] } as const;
      return [{ ...common, id: `${step.id} ${index}`, place: change.at, of }];
    });
    if (values.length === step.patch.length) return values;
    const [first] = step.patch;
    const place = first ? placeOfChange(first) : ({ kind: "document" } as const);
    return [{ ...common, id: step.id, place, of: { kind: "act" } }];
  });
}

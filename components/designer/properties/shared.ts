import type { Template } from "@/lib/template";
import { type Place, partAt, type Value } from "@/lib/template/edit";

/** What selected parts have of a property: nothing of it, one value, or several. */
export type Shared = { readonly kind: "none" } | { readonly kind: "same"; readonly value: Value } | { readonly kind: "mixed" };

const none: Shared = { kind: "none" };
const mixed: Shared = { kind: "mixed" };

/** The value that all of these parts have of a property; mixed where they differ, one that has none included. */
export function sharedValue(template: Template, places: readonly Place[], property: string): Shared {
  let found: Value | undefined;
  for (const [i, place] of places.entries()) {
    const value = propertyOf(template, place, property);
    if (i === 0) found = value;
    else if (!sameValue(found, value)) return mixed;
  }
  return found === undefined ? none : { kind: "same", value: found };
}

function propertyOf(template: Template, place: Place, property: string): Value | undefined {
  const part = partAt(template, place);
  return part === undefined ? undefined : (part as unknown as Readonly<Record<string, Value | undefined>>)[property];
}

/** Whether two values of JSON say the same, whatever the order of their keys. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  const left = a as Readonly<Record<string, Value>>;
  const right = b as Readonly<Record<string, Value>>;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}

/** Whether two readings are the same, so that a control need not be drawn again. */
export const sameShared = (a: Shared, b: Shared): boolean =>
  a.kind === b.kind && (a.kind !== "same" || b.kind !== "same" || sameValue(a.value, b.value));

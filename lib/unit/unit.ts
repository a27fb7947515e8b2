/** Levels of the administration; agency: an office or department of the unit above it. */
export const unitLevels = ["city", "district", "commune", "agency"] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** A unit in its time. Codes are reused, so (code, validFrom) names it in the world and `id` here. */
export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  /** Order among its siblings. */
  readonly position: number;
  /** `YYYY-MM-DD`, inclusive. */
  readonly validFrom: string;
  /** `YYYY-MM-DD`, exclusive; null while it lasts. */
  readonly validTo: string | null;
}

/** Who stood under whom, from a date (inclusive) to a date (exclusive). */
export interface UnitParent {
  readonly unitId: string;
  readonly parentId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A unit that went on in another: merged, split, renamed. */
export interface UnitSuccession {
  readonly oldUnitId: string;
  readonly newUnitId: string;
  readonly on: string;
}

/** Whether something valid in [validFrom, validTo) is valid on a day, all `YYYY-MM-DD`. */
export const isValidOn = (it: { readonly validFrom: string; readonly validTo: string | null }, day: string): boolean =>
  it.validFrom <= day && (it.validTo === null || day < it.validTo);

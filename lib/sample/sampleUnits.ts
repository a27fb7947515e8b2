import type { units } from "@/lib/db";
import { foldVietnamese, type UnitLevel } from "@/lib/unit";
import { sampleId } from "./sampleId";
import list from "./units.json";

/** A unit of Cần Thơ as it stood on 12 April 2024 (codes of the General Statistics Office), or an agency of the city. */
export interface SampleUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parent: string | null;
  readonly abbreviation: string;
}

/** Since when the city stands as a centrally run one; the districts and communes are taken from the same day. */
export const sampleSince = "2004-01-01";

/** City, districts, communes, agencies, in this order; parents before children. */
export const sampleUnits: readonly SampleUnit[] = list.map((unit) => ({
  ...unit,
  level: unit.level as UnitLevel,
  id: sampleId("unit", unit.code),
}));

const byCode = new Map(sampleUnits.map((unit) => [unit.code, unit]));

/** A unit by its code, which must exist. */
export function sampleUnit(code: string): SampleUnit {
  const unit = byCode.get(code);
  if (!unit) throw new Error(`no sample unit ${code}`);
  return unit;
}

export const unitsOfLevel = (level: UnitLevel): readonly SampleUnit[] => sampleUnits.filter((unit) => unit.level === level);

/** The row of the table `units`. Place in "Cái Khế, ngày …": the name without its kind; the agencies sit in Cần Thơ. */
export const unitRow = (unit: SampleUnit, position: number): typeof units.$inferInsert => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  folded: foldVietnamese(unit.name),
  level: unit.level,
  abbreviation: unit.abbreviation,
  place: unit.level === "agency" ? "Cần Thơ" : unit.name.replace(/^(Thành phố|Quận|Huyện|Phường|Xã|Thị trấn) /, ""),
  position,
  validFrom: sampleSince,
});

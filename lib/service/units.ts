import { type Day, dayInVietnam, isDay } from "@/lib/period";
import { ok } from "@/lib/result";
import { foldVietnamese, type Unit, type UnitLevel } from "@/lib/unit";
import type { Outcome, ServiceContext } from "./context";
import { refuse } from "./refusal";
import type { UnitRef } from "./types";
import { unitTreeOn } from "./unitTreeOn";

export interface UnitItem extends UnitRef {
  readonly level: UnitLevel;
  readonly parentId: string | null;
}

export interface UnitQuery {
  /** The administration of this day (`YYYY-MM-DD`); today where absent. */
  readonly on?: Day;
  /** Only what lies under this unit, itself included. */
  readonly under?: string;
  /** Words in the name, in any case and without marks. */
  readonly search?: string;
}

/**
 * Units of the administration, each parent before its children. Who stands where is public: every account may read it.
 * Refused: `unit.notFound`, `unit.badDay`.
 */
export async function listUnits({ db, now }: ServiceContext, query: UnitQuery = {}): Outcome<readonly UnitItem[]> {
  const day = query.on ?? dayInVietnam(now);
  if (!isDay(day)) return refuse("invalid", { code: "unit.badDay", params: { day }, at: "/on" });
  const tree = await unitTreeOn(db, day);
  const from = query.under === undefined ? tree.roots : [tree.unit(query.under)].filter((unit) => unit !== undefined);
  if (from.length === 0 && query.under !== undefined) return refuse("notFound", { code: "unit.notFound" });
  const words = foldVietnamese(query.search ?? "").split(" ");
  const named = ({ name, code }: Unit) => words.every((word) => foldVietnamese(`${name} ${code}`).includes(word));
  return ok(
    from
      .flatMap((unit) => [unit, ...tree.descendants(unit.id)])
      .filter(named)
      .map(({ id, code, name, level }) => ({ id, code, name, level, parentId: tree.parent(id)?.id ?? null })),
  );
}

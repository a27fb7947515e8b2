import type { Contribution, UnitRef } from "@/lib/service/types";

export type Order = "value" | "name";

export interface ContributionGroup {
  readonly district: UnitRef | null;
  readonly contributions: readonly Contribution[];
  /** Sum of the numbers of the group; undefined where it has none. */
  readonly sum: number | undefined;
}

const numberOf = ({ value }: Contribution): number | undefined => (value === "-" ? 0 : typeof value === "number" ? value : undefined);

const compare =
  (order: Order) =>
  (a: Contribution, b: Contribution): number => {
    const byName = a.unit.name.localeCompare(b.unit.name, "vi");
    if (order === "name") return byName;
    const left = numberOf(a);
    const right = numberOf(b);
    if (left === undefined || right === undefined) return left === right ? byName : left === undefined ? 1 : -1;
    return right - left || byName;
  };

/** Contributions by district, largest figure first or by name; districts by their own sum or name; blanks last. */
export const groupContributions = (contributions: readonly Contribution[], order: Order): readonly ContributionGroup[] => {
  const byDistrict = new Map<string, { readonly district: UnitRef | null; readonly list: Contribution[] }>();
  for (const one of contributions) {
    const key = one.district?.id ?? "";
    const group = byDistrict.get(key);
    if (group) group.list.push(one);
    else byDistrict.set(key, { district: one.district, list: [one] });
  }
  return [...byDistrict.values()]
    .map(({ district, list }): ContributionGroup => {
      const numbers = list.map(numberOf).filter((value) => value !== undefined);
      return {
        district,
        contributions: [...list].sort(compare(order)),
        sum: numbers.length === 0 ? undefined : numbers.reduce((a, b) => a + b, 0),
      };
    })
    .sort((a, b) => {
      const byName = (a.district?.name ?? "").localeCompare(b.district?.name ?? "", "vi");
      if (order === "name" || a.sum === b.sum) return byName;
      if (a.sum === undefined || b.sum === undefined) return a.sum === undefined ? 1 : -1;
      return b.sum - a.sum;
    });
};

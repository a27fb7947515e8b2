import { describe, expect, it } from "vitest";
import { groupContributions } from "@/components/aggregate/groupContributions";
import type { Contribution } from "@/lib/service/types";

const given = (name: string, district: string | null, value: Contribution["value"]): Contribution => ({
  unit: { id: name, code: name, name },
  district: district === null ? null : { id: district, code: district, name: district },
  reportId: null,
  state: null,
  value,
});

describe("the units behind a figure", () => {
  const list = [
    given("An Bình", "Ninh Kiều", 5),
    given("Tân An", "Ninh Kiều", null),
    given("An Cư", "Ninh Kiều", 9),
    given("Long Hưng", "Ô Môn", 20),
  ];
  const order = (by: "value" | "name") =>
    groupContributions(list, by).map((group) => [group.district?.name, group.sum, group.contributions.map(({ unit }) => unit.name)]);

  it("come by district, the largest first and blanks last", () => {
    expect(order("value")).toEqual([
      ["Ô Môn", 20, ["Long Hưng"]],
      ["Ninh Kiều", 14, ["An Cư", "An Bình", "Tân An"]],
    ]);
  });

  it("come by name when asked", () => {
    expect(order("name").map(([name]) => name)).toEqual(["Ninh Kiều", "Ô Môn"]);
  });

  it("do not turn a district without figures into 0; the mark - is 0", () => {
    const groups = groupContributions([given("A", "X", null), given("B", "Y", "-")], "name");
    expect(groups.map(({ sum }) => sum)).toEqual([undefined, 0]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportingUnits } from "@/lib/aggregate";
import { type Unit, unitTree } from "@/lib/unit";

const unit = (id: string, level: Unit["level"] = "commune"): Unit => ({
  id,
  code: id,
  name: id,
  level,
  position: 0,
  validFrom: "2000-01-01",
  validTo: null,
});
const edges = [
  ["d1", "city"],
  ["d2", "city"],
  ["a", "d1"],
  ["b", "d1"],
  ["c", "d2"],
] as const;
const tree = unitTree(
  [unit("city", "city"), unit("d1", "district"), unit("d2", "district"), unit("a"), unit("b"), unit("c")],
  edges.map(([unitId, parentId]) => ({ unitId, parentId, validFrom: "2000-01-01", validTo: null })),
  "2024-01-01",
);
const leaves = (assigned: readonly string[], parent: string) => reportingUnits(tree, new Set(assigned), parent).map(({ id }) => id);

describe("the units that make up a parent's figures", () => {
  it("are the assigned ones under it, in the order of the tree", () => {
    expect(leaves(["c", "b", "a"], "city")).toEqual(["a", "b", "c"]);
    expect(leaves(["a", "b", "c"], "d1")).toEqual(["a", "b"]);
    expect(leaves(["a", "c"], "city")).toEqual(["a", "c"]);
  });

  it("leave out a district that reports beside its communes, so that nothing counts twice", () => {
    expect(leaves(["d1", "a", "b", "d2"], "city")).toEqual(["a", "b", "d2"]);
    expect(leaves(["city", "d1", "a"], "city")).toEqual(["a"]);
    expect(leaves(["city", "c"], "city")).toEqual(["c"]);
  });

  it("are the unit itself where it alone reports", () => {
    expect(leaves(["a"], "a")).toEqual(["a"]);
    expect(leaves(["d1"], "d1")).toEqual(["d1"]);
    expect(leaves([], "city")).toEqual([]);
    expect(leaves(["a"], "nowhere")).toEqual([]);
    expect(leaves(["abolished"], "city")).toEqual([]);
  });

  it("never lie under one another, and every assigned unit has one at or under it, for any assignment", () => {
    const all = ["city", "d1", "d2", "a", "b", "c"];
    fc.assert(
      fc.property(fc.subarray(all), (assigned) => {
        const found = leaves(assigned, "city");
        for (const x of found) for (const y of found) expect(x !== y && tree.isUnder(x, y)).toBe(false);
        for (const x of assigned) expect(found.some((leaf) => tree.isUnder(leaf, x))).toBe(true);
        expect(found.every((leaf) => assigned.includes(leaf))).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { predecessorsOf, successorsOf } from "@/lib/unit";

/** A merger (a, b → c on 1/11/2024), a split of c (→ d, e on 1/7/2025), and a ring of bad data (x ⇄ y). */
const successions = [
  { oldUnitId: "a", newUnitId: "c", on: "2024-11-01" },
  { oldUnitId: "b", newUnitId: "c", on: "2024-11-01" },
  { oldUnitId: "c", newUnitId: "d", on: "2025-07-01" },
  { oldUnitId: "c", newUnitId: "e", on: "2025-07-01" },
  { oldUnitId: "x", newUnitId: "y", on: "2024-01-01" },
  { oldUnitId: "y", newUnitId: "x", on: "2024-01-01" },
];

describe("the succession of units", () => {
  it("follows a unit through a merger and a split up to a day", () => {
    expect(successorsOf("a", successions, "2024-10-31")).toEqual(["a"]);
    expect(successorsOf("a", successions, "2024-11-01")).toEqual(["c"]);
    expect(successorsOf("a", successions, "2025-07-01")).toEqual(["d", "e"]);
  });

  it("finds what a unit had been on a day", () => {
    expect(predecessorsOf("d", successions, "2025-07-01")).toEqual(["d"]);
    expect(predecessorsOf("d", successions, "2025-06-30")).toEqual(["c"]);
    expect(predecessorsOf("e", successions, "2024-10-31")).toEqual(["a", "b"]);
  });

  it("ends on a ring", () => {
    expect(successorsOf("x", successions, "2025-01-01")).toEqual([]);
  });
});

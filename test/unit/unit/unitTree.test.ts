import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Unit, type UnitParent, unitTree } from "@/lib/unit";

const unit = (id: string, code: string, level: Unit["level"], more: Partial<Unit> = {}): Unit => ({
  id,
  code,
  name: id,
  level,
  position: 0,
  validFrom: "2000-01-01",
  validTo: null,
  ...more,
});
const under = (unitId: string, parentId: string, more: Partial<UnitParent> = {}): UnitParent => ({
  unitId,
  parentId,
  validFrom: "2000-01-01",
  validTo: null,
  ...more,
});

/**
 * Cần Thơ in small: Phường Cái Khế 31117 (under Ninh Kiều) and An Hòa 31120 end on 1/7/2025; the new Cái Khế takes the
 * code 31120 and lies under the city itself. Trường Lạc moves from Ô Môn to Bình Thủy on 1/1/2025.
 */
const end = { validTo: "2025-07-01" };
const units: readonly Unit[] = [
  unit("city", "92", "city"),
  unit("ninhKieu", "916", "district", { position: 1, ...end }),
  unit("oMon", "917", "district", { position: 2, ...end }),
  unit("binhThuy", "918", "district", { position: 3, ...end }),
  unit("caiKhe", "31117", "commune", { position: 2, ...end }),
  unit("anHoa", "31120", "commune", { position: 1, ...end }),
  unit("truongLac", "31156", "commune", end),
  unit("caiKheMoi", "31120", "commune", { validFrom: "2025-07-01" }),
];
const parents: readonly UnitParent[] = [
  under("ninhKieu", "city", end),
  under("oMon", "city", end),
  under("binhThuy", "city", end),
  under("caiKhe", "ninhKieu", end),
  under("anHoa", "ninhKieu", end),
  under("truongLac", "oMon", { validTo: "2025-01-01" }),
  under("truongLac", "binhThuy", { validFrom: "2025-01-01", validTo: "2025-07-01" }),
  under("caiKheMoi", "city", { validFrom: "2025-07-01" }),
];
const at = (day: string) => unitTree(units, parents, day);
const ids = (list: readonly Unit[]) => list.map(({ id }) => id);

describe("the tree of units on a day", () => {
  it("walks down parents first, siblings by their position", () => {
    expect(ids(at("2024-04-12").descendants("city"))).toEqual(["ninhKieu", "anHoa", "caiKhe", "oMon", "truongLac", "binhThuy"]);
    expect(ids(at("2024-04-12").children("city"))).toEqual(["ninhKieu", "oMon", "binhThuy"]);
    expect(ids(at("2024-04-12").descendants("anHoa"))).toEqual([]);
  });

  it("walks up nearest first", () => {
    expect(ids(at("2024-04-12").ancestors("anHoa"))).toEqual(["ninhKieu", "city"]);
    expect(at("2024-04-12").parent("city")).toBeUndefined();
  });

  it("moves a unit with its parent's dates: the last day with the old, the first with the new", () => {
    expect(at("2024-12-31").isUnder("truongLac", "oMon")).toBe(true);
    expect(at("2024-12-31").isUnder("truongLac", "binhThuy")).toBe(false);
    expect(at("2025-01-01").isUnder("truongLac", "oMon")).toBe(false);
    expect(at("2025-01-01").isUnder("truongLac", "binhThuy")).toBe(true);
  });

  it("reads a reused code by the day", () => {
    expect(at("2025-06-30").byCode("31120")?.id).toBe("anHoa");
    expect(at("2025-07-01").byCode("31120")?.id).toBe("caiKheMoi");
    expect(at("2025-07-01").byCode("31117")).toBeUndefined();
  });

  it("knows no unit outside its time", () => {
    expect(at("2025-07-01").unit("ninhKieu")).toBeUndefined();
    expect(ids(at("2025-07-01").descendants("city"))).toEqual(["caiKheMoi"]);
    expect(at("2025-07-01").isUnder("anHoa", "city")).toBe(false);
    expect(at("2025-07-01").isUnder("nobody", "nobody")).toBe(false);
  });

  it("counts a unit as under itself, and not above its parent", () => {
    expect(at("2024-04-12").isUnder("ninhKieu", "ninhKieu")).toBe(true);
    expect(at("2024-04-12").isUnder("city", "ninhKieu")).toBe(false);
    expect(at("2024-04-12").isUnder("oMon", "ninhKieu")).toBe(false);
  });

  it("makes a unit without a parent of that day a root, under nobody", () => {
    const tree = unitTree(
      units,
      parents.filter((edge) => edge.unitId !== "oMon"),
      "2024-04-12",
    );
    expect(ids(tree.roots)).toEqual(["city", "oMon"]);
    expect(tree.isUnder("truongLac", "city")).toBe(false);
  });

  it("ends on a ring of parents, leaving out the edge that closes it", () => {
    const ring = [under("oMon", "truongLac"), ...parents.filter((edge) => edge.unitId !== "oMon")];
    const tree = unitTree(units, ring, "2024-04-12");
    expect(ids(tree.ancestors("oMon")).length).toBeLessThan(8);
    expect(tree.isUnder("oMon", "truongLac") && tree.isUnder("truongLac", "oMon")).toBe(false);
    expect(ids([...tree.roots, ...tree.roots.flatMap((root) => tree.descendants(root.id))]).sort()).toEqual(
      ids(units.filter(({ id }) => id !== "caiKheMoi")).sort(),
    );
  });

  it("agrees with itself on any edges: under is the same as having it among the ancestors, and nobody is lost", () => {
    const names = Array.from({ length: 12 }, (_, i) => `u${i}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 20 }), (edges) => {
        const tree = unitTree(
          names.map((id) => unit(id, id, "commune")),
          edges.map(([child, parent]) => under(child, parent)),
          "2024-01-01",
        );
        const walked = tree.roots.flatMap((root) => [root.id, ...ids(tree.descendants(root.id))]);
        expect([...walked].sort()).toEqual([...names].sort());
        for (const a of names) for (const b of names) expect(tree.isUnder(a, b)).toBe(a === b || ids(tree.ancestors(a)).includes(b));
      }),
    );
  });
});

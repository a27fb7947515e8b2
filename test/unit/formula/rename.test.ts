import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula, printFormula, showFormula, storeFormula } from "@/lib/formula";
import { exprs, withoutPlaces } from "./arbitraryExpr";

const codes: Readonly<Record<string, string>> = { c1: "tong", c2: "truc_tuyen", c3: "sum", r01: "I", t1: "bieu1", "f.k1": "f.dan_so" };

/** Codes of ids, part by part, as a form would know them. */
const nameOf = (path: readonly string[]) =>
  codes[path.join(".")]?.split(".") ?? (path.some((id) => codes[id]) ? path.map((id) => codes[id] ?? id) : undefined);
const idOf = (path: readonly string[]) => {
  const id = (code: string) => Object.keys(codes).find((known) => codes[known] === code);
  return id(path.join("."))?.split(".") ?? (path.some((code) => id(code)) ? path.map((code) => id(code) ?? code) : undefined);
};

describe("showing and storing a formula", () => {
  it.each([
    ["c1 + c2", "tong + truc_tuyen"],
    ["( c1+ (c2) )*c1", "( tong+ (truc_tuyen) )*tong"],
    ["sum(c1:c2, c3)", "sum(tong:truc_tuyen, sum)"],
    ["t1.r01.c1 / f.k1", "bieu1.I.tong / f.dan_so"],
    ["c10 + c1", "c10 + tong"],
    ["sum(children) + prev(c2)", "sum(children) + prev(truc_tuyen)"],
  ])("%s is shown as %s and stored again", (stored, shown) => {
    expect(showFormula(stored, nameOf)).toBe(shown);
    expect(storeFormula(shown, idOf)).toBe(stored);
  });

  it("leaves slips as they are typed", () => {
    expect(storeFormula("tong + (1,5 × 'tong' tổng", idOf)).toBe("c1 + (1,5 × 'tong' tổng");
    expect(storeFormula("lạ + tong)", idOf)).toBe("lạ + c1)");
  });

  it("closes up a name that was written with blanks", () => {
    expect(showFormula("r01 . c1 + 1", nameOf)).toBe("I.tong + 1");
  });

  it("changes names alone, whatever the formula", () => {
    const trees = exprs({ names: [["c1"], ["r01", "c2"], ["t1", "r01", "c3"], ["f", "k1"], ["c9"]], surroundings: false });
    fc.assert(
      fc.property(trees, (tree) => {
        const stored = printFormula(tree);
        const shown = showFormula(stored, nameOf);
        expect(storeFormula(shown, idOf)).toBe(stored);
        const [before, after] = [parseFormula(stored), parseFormula(shown)];
        if (!before.ok || !after.ok) return;
        const shape = (expr: unknown) => JSON.stringify(withoutPlaces(expr)).replace(/"path":\[[^\]]*\]/g, "");
        expect(shape(after.value)).toBe(shape(before.value));
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { type Suggestion, suggestionsAt } from "@/components/designer/formula/suggestions";
import { type FormulaHome, formulaScope } from "@/lib/form/compile";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");
const words = {
  textOf: ({ vi }: { readonly vi: string }) => vi,
  functionDoc: (name: string) => (name === "mean" ? "Số bình quân của các ô không trống" : name),
  wordDoc: (word: string) => (word === "children" ? "các hàng con" : "các đơn vị"),
};

function offered(before: string, explicit = false, home: FormulaHome = { kind: "column", block: "t1", column: "c3" }) {
  const scope = formulaScope(template, home);
  if (scope === undefined) throw new Error("no such place");
  const found = suggestionsAt(before, scope, words, explicit);
  return found && { from: found.from, names: found.all.map((one: Suggestion) => (one.kind === "name" ? one.name.name : one.name)) };
}

describe("what may be meant before the caret", () => {
  it("finds codes", () => {
    expect(offered("c1")?.names.slice(0, 4)).toEqual(["c10", "c11", "c12", "c13"]);
  });

  it.each(["truc tuyen", "Trực tuyến", "TRỰC TUYẾ", "trực", "c4 + truc tuyen", "sum(truc tuyen", "c4 > 2 and truc tuyen"])(
    "finds a column by its label, with or without marks: %s",
    (typed) => {
      expect(offered(typed)?.names[0]).toBe("c4");
    },
  );

  it("replaces all words of a label, and nothing before them", () => {
    const before = "c5 + truc tuyen";
    expect(before.slice(offered(before)?.from)).toBe("truc tuyen");
  });

  it("finds rows by label, where a column has no such", () => {
    expect(offered("ho tich")?.names[0]).toBe("r11");
  });

  it("finds functions by name first and by what they do last", () => {
    expect(offered("me")?.names[0]).toBe("mean");
    expect(offered("binh quan")?.names).toContain("mean");
    expect(offered("hang con")?.names).toContain("children");
  });

  it("goes on after a dot with what can follow", () => {
    const found = offered("c4 + r11.c");
    expect(found?.from).toBe("c4 + r11.".length);
    expect(found?.names).toContain("c4");
    expect(offered("r11.truc")?.names).toEqual(expect.arrayContaining(["c4"]));
  });

  it("never offers the column itself", () => {
    expect(offered("tong so")?.names).not.toContain("c3");
  });

  it("offers nothing in numbers and where nothing was typed, everything when asked", () => {
    expect(offered("c4 + 12")).toBeUndefined();
    expect(offered("c4 + ")).toBeUndefined();
    expect(offered("c4 + ", true)?.names).toEqual(expect.arrayContaining(["c5", "sum"]));
    // After a value only an operator can stand.
    expect(offered("12 ", true)).toBeUndefined();
  });
});

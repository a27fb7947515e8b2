import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lostByType } from "@/components/designer/properties/fieldType";
import { freshChoice } from "@/components/designer/properties/freshChoice";
import { problemsOfPlaces } from "@/components/designer/properties/problemsOfPlace";
import { selectedKinds } from "@/components/designer/properties/selectedKinds";
import { sameValue, sharedValue } from "@/components/designer/properties/shared";
import type { Field, Template } from "@/lib/template";
import type { Value } from "@/lib/template/edit";

const template: Template = {
  format: 1,
  code: "A",
  title: { vi: "A" },
  kind: "narrative",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", level: 1, text: { vi: "Một" } },
    { kind: "heading", id: "h2", level: 1, text: { vi: "Hai" }, numbering: "none" },
    { kind: "narrative", id: "n1", prompt: { vi: "Kết quả" } },
    { kind: "fields", id: "fs1", fields: [{ id: "a", label: { vi: "A" }, type: "number", aggregate: { rule: "mean" } }] },
    { kind: "list", id: "l1", title: { vi: "Dự án" }, columns: [{ id: "c1", label: { vi: "Tên" }, type: "text" }] },
  ],
};
const block = (id: string) => ({ kind: "block", block: id }) as const;

describe("what selected parts share of a property", () => {
  it("is the one value, nothing where none has it, or mixed", () => {
    const both = [block("h1"), block("h2")];
    expect(sharedValue(template, both, "level")).toEqual({ kind: "same", value: 1 });
    expect(sharedValue(template, both, "text")).toEqual({ kind: "mixed" });
    expect(sharedValue(template, both, "numbering")).toEqual({ kind: "mixed" });
    expect(sharedValue(template, [block("h1")], "numbering")).toEqual({ kind: "none" });
    expect(sharedValue(template, [], "level")).toEqual({ kind: "none" });
  });

  it("does not depend on the order in which keys were written", () => {
    const reversed = (value: Value): Value => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value as Record<string, Value>)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    fc.assert(fc.property(fc.jsonValue(), (value) => sameValue(value as Value, reversed(value as Value))));
  });

  it("is different wherever the JSON is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        if (sameValue(a as Value, b as Value)) expect(a).toEqual(b);
      }),
    );
  });

  it("tells of which kinds the selected blocks are", () => {
    expect(selectedKinds([block("h1"), block("h2")], template.blocks)).toEqual(["heading"]);
    expect(selectedKinds([block("h1"), block("n1")], template.blocks)).toEqual(["heading", "narrative"]);
    expect(selectedKinds([block("gone")], template.blocks)).toEqual([]);
  });
});

describe("a field that becomes of another type", () => {
  const figure: Field = {
    id: "a",
    label: { vi: "A" },
    type: "number",
    unit: "ha",
    decimals: 1,
    formula: "f.b + 1",
    min: 0,
    max: 5,
    default: 1,
    aggregate: { rule: "sum" },
  };

  it("keeps what the other type can have", () => {
    expect(lostByType(figure, "percent")).toEqual([]);
    expect(lostByType(figure, "integer")).toEqual(["decimals", "default"]);
  });

  it("loses what the other type cannot have, with a default of another kind", () => {
    expect(lostByType(figure, "text")).toEqual(["unit", "decimals", "formula", "aggregate", "min", "max", "default"]);
    expect(lostByType({ ...figure, type: "choice", choices: [{ value: "1", label: { vi: "Một" } }], default: "1" }, "text")).toContain(
      "choices",
    );
  });

  it("loses a formula of figures when it becomes yes or no, and a condition when it becomes a figure", () => {
    expect(lostByType(figure, "boolean")).toContain("formula");
    expect(lostByType({ id: "a", label: { vi: "A" }, type: "boolean", formula: "f.b > 1" }, "number")).toEqual(["formula"]);
  });
});

describe("a new choice", () => {
  it("is stored by a value that no other has", () => {
    expect(freshChoice([{ value: "1", label: { vi: "" } }])).toEqual({ value: "2", label: { vi: "" } });
    expect(freshChoice([{ value: "2", label: { vi: "" } }]).value).toBe("3");
    expect(
      freshChoice([
        { value: "3", label: { vi: "" } },
        { value: "1", label: { vi: "" } },
      ]).value,
    ).toBe("4");
  });
});

describe("the problems of what is selected", () => {
  const problem = (at: string) => ({ code: "template.unknownParam", params: {}, at, severity: "error" }) as const;
  const all = ["", "h1", "h10", "n.n1", "f.a", "l1", "l1.c1", "t1.r1.c1"].map(problem);
  const paths = (...places: Parameters<typeof problemsOfPlaces>[2]): readonly string[] =>
    problemsOfPlaces(template, all, places).map(({ at }) => at);

  it("are those of the part and of what lies in it", () => {
    expect(paths(block("h1"))).toEqual(["h1"]);
    expect(paths(block("n1"))).toEqual(["n.n1"]);
    expect(paths(block("fs1"))).toEqual(["f.a"]);
    expect(paths(block("l1"))).toEqual(["l1", "l1.c1"]);
    expect(paths({ kind: "field", block: "fs1", field: "a" })).toEqual(["f.a"]);
    expect(paths({ kind: "field", block: "l1", field: "c1" })).toEqual(["l1.c1"]);
    expect(paths({ kind: "row", block: "t1", row: "r1" })).toEqual(["t1.r1.c1"]);
    expect(paths({ kind: "column", block: "t1", column: "c1" })).toEqual(["t1.r1.c1"]);
  });

  it("are those of the whole document where nothing is selected", () => {
    expect(paths()).toEqual([""]);
  });
});

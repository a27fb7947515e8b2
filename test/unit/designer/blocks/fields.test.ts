import { describe, expect, it } from "vitest";
import { gridIndex } from "@/components/designer/blocks/gridIndex";
import { extendedFields } from "@/components/designer/blocks/useFieldSelection";
import { noSelection } from "@/components/designer/store";

const box = (left: number, top: number, height = 50) => ({ left, top, right: left + 100, bottom: top + height });

describe("a drop among the fields of a group", () => {
  /** Two lines of two, one field alone in the third; the second of the first line is higher. */
  const boxes = [box(0, 0), box(110, 0, 80), box(0, 90), box(110, 90), box(0, 150)];
  const at = (x: number, y: number): number => gridIndex(boxes, { x, y });

  it("goes before the field whose middle it has not passed, in the line of the point", () => {
    expect(at(20, 20)).toBe(0);
    expect(at(80, 20)).toBe(1);
    expect(at(120, 100)).toBe(3);
  });

  it("goes to the end of a line when it is right of its last field", () => {
    expect(at(200, 20)).toBe(2);
    expect(at(200, 120)).toBe(4);
  });

  it("belongs to a line as far down as its highest field reaches", () => {
    expect(at(20, 70)).toBe(0);
    expect(at(80, 70)).toBe(1);
  });

  it("goes to the end below and beside the last", () => {
    expect(at(80, 170)).toBe(5);
    expect(at(20, 300)).toBe(5);
  });
});

describe("selecting several fields", () => {
  const place = (field: string) => ({ kind: "field", block: "fs1", field }) as const;
  const order = ["a", "b", "c", "d"];

  it("adds by Ctrl, and takes out what was in", () => {
    const one = extendedFields(noSelection, place("a"), order, "toggle");
    const two = extendedFields(one, place("c"), order, "toggle");
    expect(two.places).toEqual([place("a"), place("c")]);
    expect(extendedFields(two, place("a"), order, "toggle").places).toEqual([place("c")]);
  });

  it("selects from the first to this one by Shift, either way", () => {
    const from = extendedFields(noSelection, place("c"), order, "toggle");
    expect(extendedFields(from, place("a"), order, "range").places).toEqual([place("a"), place("b"), place("c")]);
    expect(extendedFields(from, place("d"), order, "range").places).toEqual([place("c"), place("d")]);
  });

  it("lets go of what is selected elsewhere: a selection is of one block", () => {
    const elsewhere = extendedFields(noSelection, { kind: "field", block: "fs2", field: "z" }, ["z"], "toggle");
    expect(extendedFields(elsewhere, place("b"), order, "toggle").places).toEqual([place("b")]);
    expect(extendedFields(elsewhere, place("b"), order, "range").places).toEqual([place("b")]);
  });
});

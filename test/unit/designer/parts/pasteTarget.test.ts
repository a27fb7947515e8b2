import { describe, expect, it } from "vitest";
import { pasteTarget } from "@/components/designer/parts/pasteTarget";
import { copyParts, type Fragment, type Place } from "@/lib/template/edit";
import { smallTemplate } from "../dnd/smallTemplate";

const copied = (place: Place): Fragment => {
  const fragment = copyParts(smallTemplate, [place]);
  if (!fragment.ok) throw new Error("not copied");
  return fragment.value;
};
const row = copied({ kind: "row", block: "t2", row: "r2" });
const block = copied({ kind: "block", block: "h1" });
const field = copied({ kind: "field", block: "fs1", field: "f1" });
const selected = (...places: readonly Place[]) => ({ places, anchor: places[0], focus: places.at(-1) });

describe("where a paste goes", () => {
  it("is after the last selected part of the kind, within its group", () => {
    expect(pasteTarget(smallTemplate, selected({ kind: "row", block: "t2", row: "r2" }), row)).toEqual({
      into: { kind: "rows", block: "t2", under: "r1" },
      index: 1,
    });
  });

  it("is after the row of a selected cell", () => {
    expect(pasteTarget(smallTemplate, selected({ kind: "cell", block: "t2", row: "r4", column: "c2" }), row)).toEqual({
      into: { kind: "rows", block: "t2" },
      index: 2,
    });
  });

  it("is the end of the selected table or group of inputs", () => {
    expect(pasteTarget(smallTemplate, selected({ kind: "block", block: "t1" }), row)).toEqual({
      into: { kind: "rows", block: "t1" },
      index: 1,
    });
    expect(pasteTarget(smallTemplate, selected({ kind: "block", block: "fs1" }), field)).toEqual({
      into: { kind: "fields", block: "fs1" },
      index: 2,
    });
  });

  it("is after the block that something is selected in, for blocks", () => {
    expect(pasteTarget(smallTemplate, selected({ kind: "row", block: "t1", row: "r1" }), block)).toEqual({
      into: { kind: "blocks" },
      index: 2,
    });
  });

  it("is the end of the page where nothing is selected, for blocks alone", () => {
    expect(pasteTarget(smallTemplate, selected(), block)).toEqual({ into: { kind: "blocks" }, index: 5 });
    expect(pasteTarget(smallTemplate, selected(), row)).toBeUndefined();
  });

  it("is nowhere in a block that cannot hold it", () => {
    expect(pasteTarget(smallTemplate, selected({ kind: "block", block: "h1" }), row)).toBeUndefined();
    expect(pasteTarget(smallTemplate, selected({ kind: "block", block: "t1" }), field)).toBeUndefined();
  });
});

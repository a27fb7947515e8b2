import { describe, expect, it } from "vitest";
import { fillCommand, fillOf } from "@/components/designer/formula/fill";
import { type Place, partAt, run } from "@/lib/template/edit";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");
const column = (id: string): Place => ({ kind: "column", block: "t1", column: id });
const row = (id: string): Place => ({ kind: "row", block: "t1", row: id });
const cell = (r: string, c: string): Place => ({ kind: "cell", block: "t1", row: r, column: c });

describe("filling", () => {
  it("copies the first column's formula to the right, its names moved along", () => {
    const filled = fillOf(template, [column("c4"), column("c3"), column("c5")], "right");
    expect(filled.map(({ home, formula, shown }) => ({ home, formula, shown }))).toEqual([
      { home: column("c4"), formula: "c5 + c6 + c7", shown: "c5 + c6 + c7" },
      { home: column("c5"), formula: "c6 + c7 + c8", shown: "c6 + c7 + c8" },
    ]);
  });

  it("copies a row's formula down", () => {
    expect(fillOf(template, [row("r10"), row("r11")], "down")).toMatchObject([{ home: row("r11"), formula: "sum(children)" }]);
    expect(fillOf(template, [row("r10"), row("r11")], "right")).toEqual([]);
  });

  it("copies in a block of cells from the first of each line, also a formula that the cell has of its column", () => {
    const block = ["r11", "r12"].flatMap((r) => ["c3", "c4"].map((c) => cell(r, c)));
    expect(fillOf(template, block, "right").map(({ home, formula }) => [home, formula])).toEqual([
      [cell("r11", "c4"), "c5 + c6 + c7"],
      [cell("r12", "c4"), "c5 + c6 + c7"],
    ]);
    expect(fillOf(template, block, "down").map(({ home, formula }) => [home, formula])).toEqual([[cell("r12", "c3"), "c4 + c5 + c6"]]);
  });

  it("tells where a name would fall outside of the table, and writes the rest", () => {
    const filled = fillOf(template, ["c11", "c12", "c13"].map(column), "right");
    expect(filled.map(({ formula, problem }) => formula ?? problem?.code)).toEqual(["form.shiftOutside", "form.shiftOutside"]);
    expect(fillCommand(filled)).toBeUndefined();
  });

  it("is one step", () => {
    const command = fillCommand(fillOf(template, ["c3", "c4"].map(column), "right"));
    const done = command && run(template, command);
    if (!done?.ok) throw new Error("refused");
    expect(partAt(done.value.template, column("c4"))).toMatchObject({ formula: "c5 + c6 + c7" });
  });

  it("does nothing without a formula to copy", () => {
    expect(fillOf(template, ["c4", "c5"].map(column), "right")).toEqual([]);
    expect(fillOf(template, [], "right")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { paletteGroups } from "@/components/designer/palette/blockKinds";
import { insertionIndex } from "@/components/designer/palette/insertionIndex";
import { newBlock } from "@/components/designer/palette/newBlock";
import { checkTemplate } from "@/lib/template";
import { run } from "@/lib/template/edit";
import { smallTemplate } from "../dnd/smallTemplate";

const kinds = paletteGroups.flatMap(({ kinds }) => kinds);
const nothing = { places: [], anchor: undefined, focus: undefined };

describe("a new block", () => {
  it("is offered of every kind once", () => {
    expect([...kinds].sort()).toEqual(
      ["fields", "heading", "list", "narrative", "pageBreak", "recipients", "signature", "table", "text"].sort(),
    );
  });

  it.each(kinds)("of kind %s fits the template, twice over", (kind) => {
    let template = smallTemplate;
    for (let i = 0; i < 2; i++) {
      const done = run(template, { do: "insert", into: { kind: "blocks" }, index: 0, parts: [newBlock(template, kind)] });
      expect(done.ok).toBe(true);
      if (done.ok) template = done.value.template;
    }
    expect(checkTemplate(template).filter(({ severity }) => severity === "error")).toEqual(
      checkTemplate(smallTemplate).filter(({ severity }) => severity === "error"),
    );
  });

  it("is, of a table, one with number, label, unit of measure, a value and three rows", () => {
    const table = newBlock(smallTemplate, "table");
    expect(table.kind === "table" && table.columns.map(({ kind, label }) => [kind, label.vi])).toEqual([
      ["number", "STT"],
      ["label", "Chỉ tiêu"],
      ["unit", "Đơn vị tính"],
      ["value", "Thực hiện"],
    ]);
    expect(table.kind === "table" && table.rows.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  });

  it("goes on, of a heading, at the level of the last", () => {
    const deeper = run(smallTemplate, { do: "set", at: [{ kind: "block", block: "h1" }], values: { level: 3 } });
    const heading = deeper.ok ? newBlock(deeper.value.template, "heading") : undefined;
    expect(heading).toMatchObject({ kind: "heading", level: 3 });
  });
});

describe("the place of a block that was asked for without one", () => {
  it("is after the block that something is selected in", () => {
    const focus = { kind: "row", block: "t1", row: "r1" } as const;
    expect(insertionIndex(smallTemplate, { places: [focus], anchor: focus, focus }, "text")).toBe(2);
  });

  it("is the end of the page, before what closes the document", () => {
    expect(insertionIndex(smallTemplate, nothing, "text")).toBe(4);
    expect(insertionIndex(smallTemplate, nothing, "recipients")).toBe(5);
  });
});

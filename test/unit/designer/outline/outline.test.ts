import { describe, expect, it } from "vitest";
import { gapAt, gapOf, gapsOf } from "@/components/designer/outline/outlineDrop";
import { keysOver, type OutlineNode, outlineNodes } from "@/components/designer/outline/outlineNodes";
import { problemCounts } from "@/components/designer/outline/problemCounts";
import { nameIn, renameCommand } from "@/components/designer/outline/rename";
import { selectNode } from "@/components/designer/outline/selectNodes";
import type { Place } from "@/lib/template/edit";
import { run } from "@/lib/template/edit";
import { smallTemplate } from "../dnd/smallTemplate";

const nodesWith = (...open: readonly string[]): readonly OutlineNode[] => outlineNodes(smallTemplate, "vi", new Set(open));
const lines = (nodes: readonly OutlineNode[]): readonly string[] =>
  nodes.map(({ level, kind, number, title }) => `${"  ".repeat(level - 1)}${kind}: ${[number, title].filter(Boolean).join(" ")}`);
const rowsOpen = ["block t2", "rows of block t2", "row t2 r1"];

describe("the lines of the outline", () => {
  it("are the blocks while nothing is open, headings with their number", () => {
    expect(lines(nodesWith())).toEqual(["heading: I. Kết quả", "table: ", "table: Sản xuất", "fields: ", "signature: Chủ tịch"]);
  });

  it("open into columns and rows, to any depth", () => {
    expect(lines(nodesWith(...rowsOpen, "columns of block t2")).slice(2, 12)).toEqual([
      "table: Sản xuất",
      "  columns: ",
      "    column: Chỉ tiêu",
      "    columnGroup: Diện tích",
      "    column: ",
      "  rows: ",
      "    rowGroup: I Nông nghiệp",
      "      row: 1 Trồng trọt",
      "      row: 2 Chăn nuôi",
      "    row: II Thủy sản",
    ]);
  });

  it("tell their position among their siblings and what they stand under", () => {
    const nodes = nodesWith(...rowsOpen);
    const pig = nodes.find(({ title }) => title === "Chăn nuôi");
    expect(pig && [pig.position, pig.size, nodes[pig.parent]?.title]).toEqual([2, 2, "Nông nghiệp"]);
  });

  it("are opened for a part that is to be shown", () => {
    const place: Place = { kind: "row", block: "t2", row: "r3" };
    expect(keysOver(smallTemplate, place)).toEqual(rowsOpen);
    expect(
      nodesWith(...keysOver(smallTemplate, { kind: "column", block: "t2", column: "c3" })).some(({ title }) => title === "Kế hoạch"),
    ).toBe(true);
  });
});

describe("the gaps at which rows can be dropped", () => {
  const nodes = nodesWith(...rowsOpen);
  const gaps = gapsOf(nodes, "rows");

  it("hold each place of the lists that are open", () => {
    expect(gaps.map(({ line, level, target: { into, index } }) => [line, level, "under" in into ? into.under : undefined, index])).toEqual([
      [5, 3, undefined, 0],
      [6, 4, "r1", 0],
      [7, 5, "r2", 0],
      [7, 4, "r1", 1],
      [8, 5, "r3", 0],
      [8, 4, "r1", 2],
      [8, 3, undefined, 1],
      [9, 4, "r4", 0],
      [9, 3, undefined, 2],
    ]);
  });

  it("are told apart at one line by how far to the right the pointer is", () => {
    const at = (level: number) => gapAt(gaps, 8, level)?.target;
    expect(at(5)).toEqual({ into: { kind: "rows", block: "t2", under: "r3" }, index: 0 });
    expect(at(4)).toEqual({ into: { kind: "rows", block: "t2", under: "r1" }, index: 2 });
    expect(at(1)).toEqual({ into: { kind: "rows", block: "t2" }, index: 1 });
  });

  it("take the nearest line, wherever the pointer is", () => {
    expect(gapAt(gaps, 0, 1)?.line).toBe(5);
    expect(gapAt(gaps, 40, 1)?.target).toEqual({ into: { kind: "rows", block: "t2" }, index: 2 });
  });

  it("are found by their place", () => {
    expect(gapOf(gaps, { into: { kind: "rows", block: "t2", under: "r1" }, index: 1 })?.line).toBe(7);
  });

  it("are those between blocks for a block, past what is open within them", () => {
    expect(gapsOf(nodes, "blocks").map(({ line }) => line)).toEqual([0, 1, 2, 9, 10, 11]);
  });

  it("are none in a table that is closed", () => {
    expect(gapsOf(nodesWith(), "rows")).toEqual([]);
  });
});

describe("selecting lines", () => {
  const nodes = nodesWith(...rowsOpen, "block fs1");
  const line = (title: string): OutlineNode => nodes.find((node) => node.title === title) ?? (nodes[0] as OutlineNode);
  const none = { places: [], anchor: undefined, focus: undefined };
  const rowIds = (places: readonly Place[]): readonly string[] => places.flatMap((place) => (place.kind === "row" ? [place.row] : []));

  it("takes a range of the same kind with Shift", () => {
    const first = selectNode(nodes, none, line("Nông nghiệp"), "alone");
    expect(rowIds(selectNode(nodes, first, line("Thủy sản"), "range").places)).toEqual(["r1", "r2", "r3", "r4"]);
  });

  it("adds and takes away with Ctrl", () => {
    const first = selectNode(nodes, none, line("Trồng trọt"), "alone");
    const two = selectNode(nodes, first, line("Thủy sản"), "toggle");
    expect(rowIds(two.places)).toEqual(["r2", "r4"]);
    expect(rowIds(selectNode(nodes, two, line("Trồng trọt"), "toggle").places)).toEqual(["r4"]);
  });

  it("begins anew with a part of another kind", () => {
    const first = selectNode(nodes, none, line("Trồng trọt"), "alone");
    expect(selectNode(nodes, first, line("Số hộ"), "toggle").places).toEqual([{ kind: "field", block: "fs1", field: "f1" }]);
  });
});

describe("renaming", () => {
  const table: Place = { kind: "block", block: "t2" };

  it("changes the words of the language that is typed and keeps the other", () => {
    const command = renameCommand(smallTemplate, { kind: "row", block: "t2", row: "r2" }, "en", "Crops");
    const done = command && run(smallTemplate, command);
    expect(done?.ok && nameIn(done.value.template, { kind: "row", block: "t2", row: "r2" }, "en")).toBe("Crops");
    expect(done?.ok && nameIn(done.value.template, { kind: "row", block: "t2", row: "r2" }, "vi")).toBe("Trồng trọt");
  });

  it("takes a title away that is left without words", () => {
    expect(renameCommand(smallTemplate, table, "vi", "")).toEqual({ do: "set", at: [table], values: {}, clear: ["title"] });
  });

  it("is not for what has no name of its own", () => {
    expect(nameIn(smallTemplate, { kind: "block", block: "sg1" }, "vi")).toBeUndefined();
    expect(renameCommand(smallTemplate, { kind: "block", block: "sg1" }, "vi", "x")).toBeUndefined();
  });
});

describe("the problems of a line", () => {
  const problem = (at: string, severity: "error" | "warning") => ({ code: "x", params: {}, at, severity });

  it("are counted at the part and at its block; of a cell at its row and column", () => {
    const counts = problemCounts(smallTemplate, [problem("t2.r2.c2", "error"), problem("t2.r2", "warning"), problem("f.f1", "error")]);
    expect(counts.get("block t2")).toEqual({ errors: 1, warnings: 1 });
    expect(counts.get("row t2 r2")).toEqual({ errors: 1, warnings: 1 });
    expect(counts.get("column t2 c2")).toEqual({ errors: 1, warnings: 0 });
    expect(counts.get("field fs1 f1")).toEqual({ errors: 1, warnings: 0 });
    expect(counts.get("block fs1")).toEqual({ errors: 1, warnings: 0 });
  });

  it("are not told of the document as a whole", () => {
    expect(problemCounts(smallTemplate, [problem("", "error")]).size).toBe(0);
  });
});

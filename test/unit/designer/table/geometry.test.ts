import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOf, placeOf, positionOf, standingAt, standingOf, stopAt } from "@/components/designer/table/designGrid";
import { bodyGeometry, boxAt, headGeometry } from "@/components/designer/table/geometry";
import type { Column } from "@/lib/template";
import { sampleTable, value } from "./sampleTable";

const boxesOf = (columns: readonly Column[]) =>
  headGeometry(columns).boxes.map(({ column, level, rowSpan, from, to }) => [column.id, level, rowSpan, from, to]);

describe("a head of several levels", () => {
  test("spans what stands under it, and columns reach down to the last level", () => {
    expect(boxesOf(sampleTable.columns)).toEqual([
      ["c1", 0, 3, 0, 0],
      ["c2", 0, 3, 1, 1],
      ["g1", 0, 1, 2, 4],
      ["c3", 1, 2, 2, 2],
      ["g2", 1, 1, 3, 4],
      ["c4", 2, 1, 3, 3],
      ["c5", 2, 1, 4, 4],
      ["c6", 0, 3, 5, 5],
    ]);
  });

  test("knows the head over a cell and its place among its siblings", () => {
    const { boxOf } = headGeometry(sampleTable.columns);
    expect(boxOf.get("c5")).toMatchObject({ under: "g2", index: 1 });
    expect(boxOf.get("g1")).toMatchObject({ under: undefined, index: 2 });
  });

  test("covers every level over every column with exactly one cell, whatever the tree", () => {
    const tree = fc.letrec<{ column: Column }>((tie) => ({
      column: fc.oneof(
        { depthSize: "small" },
        fc.constant(value("v")),
        fc
          .array(tie("column"), { minLength: 1, maxLength: 3 })
          .map((columns): Column => ({ kind: "group", id: "g", label: { vi: "" }, columns })),
      ),
    })).column;
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (columns) => {
        const head = headGeometry(columns);
        for (let level = 0; level < head.levels; level += 1) {
          for (let leaf = 0; leaf < head.leaves.length; leaf += 1) {
            const over = head.boxes.filter(
              (box) => box.from <= leaf && leaf <= box.to && box.level <= level && level < box.level + box.rowSpan,
            );
            expect(over).toHaveLength(1);
            expect(boxAt(head, level, leaf)).toBe(over[0]);
          }
        }
      }),
    );
  });
});

describe("the lines of a body", () => {
  test("tell how deep they stand, under what, and where their subtree ends", () => {
    expect(bodyGeometry(sampleTable.rows).lines.map(({ row, depth, under, index, last }) => [row.id, depth, under, index, last])).toEqual([
      ["r1", 0, undefined, 0, 3],
      ["r2", 1, "r1", 0, 2],
      ["r3", 2, "r2", 0, 2],
      ["r4", 1, "r1", 1, 3],
      ["r5", 0, undefined, 1, 4],
      ["w1", 0, undefined, 2, 6],
      ["r6", 1, "w1", 0, 6],
    ]);
  });
});

describe("the grid of head and body", () => {
  const grid = gridOf(sampleTable);

  test("puts the numbering row between them", () => {
    expect(grid.headRows).toBe(4);
    expect(stopAt(grid, { y: 3, x: 5 })).toMatchObject({ kind: "columnNumber", place: { kind: "column", column: "c6" } });
    expect(stopAt(gridOf({ ...sampleTable, numberingRow: false }), { y: 3, x: 5 })).toMatchObject({
      kind: "cell",
      place: { row: "r1", column: "c6" },
    });
  });

  test("lets the label of a heading without figures run over its cells", () => {
    expect(stopAt(grid, { y: 9, x: 4 })).toMatchObject({ kind: "label", left: 1, right: 5, place: { kind: "row", row: "w1" } });
    expect(stopAt(grid, { y: 9, x: 0 })).toMatchObject({ kind: "number" });
  });

  test("gives a heading cells once one of them has a formula", () => {
    const withOne = gridOf({ ...sampleTable, cells: [{ row: "w1", column: "c3", formula: "c4" }] });
    expect(stopAt(withOne, { y: 9, x: 4 })).toMatchObject({ kind: "cell", place: { row: "w1", column: "c5" } });
  });

  test("tells every place by ids that lead back to it", () => {
    for (let y = 0; y < grid.rows; y += 1) {
      for (let x = 0; x < grid.columns; x += 1) {
        const standing = standingAt(grid, { y, x });
        const back = standing && positionOf(grid, standing);
        expect(back && stopAt(grid, back)).toEqual(stopAt(grid, { y, x }));
      }
    }
  });

  test("finds a row that was selected elsewhere at its label, a column at its head", () => {
    const row = standingOf(grid, { kind: "row", block: "t1", row: "r3" });
    expect(row && positionOf(grid, row)).toEqual({ y: 6, x: 1 });
    const head = standingOf(grid, { kind: "column", block: "t1", column: "g2" });
    expect(head && placeOf(grid, head)).toEqual({ kind: "column", block: "t1", column: "g2" });
    expect(standingOf(grid, { kind: "row", block: "t2", row: "r3" })).toBeUndefined();
  });

  test("has nothing outside of its edges, and nothing where an id is gone", () => {
    expect(stopAt(grid, { y: grid.rows, x: 0 })).toBeUndefined();
    expect(stopAt(grid, { y: 0, x: -1 })).toBeUndefined();
    expect(positionOf(grid, { at: "row", row: "r99", leaf: "c2" })).toBeUndefined();
  });
});

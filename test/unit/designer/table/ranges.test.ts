import { describe, expect, test } from "vitest";
import { gridOf } from "@/components/designer/table/designGrid";
import { marksIn, placesBetween, toggled } from "@/components/designer/table/ranges";
import { type Place, samePlace } from "@/lib/template/edit";
import { sampleTable } from "./sampleTable";

const grid = gridOf(sampleTable);
const named = (places: readonly Place[]) =>
  places.map((place) =>
    place.kind === "cell" ? `${place.row}.${place.column}` : place.kind === "row" ? place.row : place.kind === "column" ? place.column : "",
  );

describe("a selection that grows with Shift", () => {
  test("from a label takes whole rows, in either direction", () => {
    expect(named(placesBetween(grid, { y: 4, x: 1 }, { y: 6, x: 3 }))).toEqual(["r1", "r2", "r3"]);
    expect(named(placesBetween(grid, { y: 6, x: 1 }, { y: 4, x: 0 }))).toEqual(["r1", "r2", "r3"]);
  });

  test("from a cell takes a rectangle, without rows that have no cells and columns of words", () => {
    expect(named(placesBetween(grid, { y: 8, x: 2 }, { y: 10, x: 3 }))).toEqual(["r5.c3", "r5.c4", "r6.c3", "r6.c4"]);
    expect(named(placesBetween(grid, { y: 4, x: 2 }, { y: 4, x: 0 }))).toEqual(["r1.c3"]);
  });

  test("from a head takes siblings under the nearest head over both ends", () => {
    expect(named(placesBetween(grid, { y: 2, x: 3 }, { y: 2, x: 4 }))).toEqual(["c4", "c5"]);
    expect(named(placesBetween(grid, { y: 1, x: 2 }, { y: 2, x: 4 }))).toEqual(["c3", "g2"]);
    expect(named(placesBetween(grid, { y: 2, x: 4 }, { y: 0, x: 5 }))).toEqual(["g1", "c6"]);
  });
});

describe("a selection that Ctrl adds to", () => {
  const r1: Place = { kind: "row", block: "t1", row: "r1" };
  const r2: Place = { kind: "row", block: "t1", row: "r2" };

  test("takes a place in, and out again", () => {
    expect(toggled([r1], r2)).toEqual([r1, r2]);
    expect(toggled([r1, r2], r1)).toEqual([r2]);
  });

  test("never loses its last place, and is of one kind", () => {
    expect(toggled([r1], r1)).toEqual([r1]);
    expect(toggled([r1], { kind: "column", block: "t1", column: "c3" })).toEqual([{ kind: "column", block: "t1", column: "c3" }]);
  });
});

describe("the marks of a selection", () => {
  test("are of this table alone", () => {
    const marks = marksIn("t1", [
      { kind: "cell", block: "t1", row: "r1", column: "c3" },
      { kind: "cell", block: "t1", row: "r1", column: "c4" },
      { kind: "cell", block: "t2", row: "r1", column: "c5" },
    ]);
    expect([...marks.cells]).toEqual([["r1", "c3,c4"]]);
  });
});

test("places are the same when all of their ids are", () => {
  const cell: Place = { kind: "cell", block: "t1", row: "r1", column: "c3" };
  expect(samePlace(cell, { ...cell })).toBe(true);
  expect(samePlace(cell, { ...cell, column: "c4" })).toBe(false);
  expect(samePlace(undefined, cell)).toBe(false);
  expect(samePlace({ kind: "document" }, { kind: "document" })).toBe(true);
});

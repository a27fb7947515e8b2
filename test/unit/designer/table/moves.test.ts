import { describe, expect, test } from "vitest";
import { gridOf, type Position, stopAt } from "@/components/designer/table/designGrid";
import { type Move, moved } from "@/components/designer/table/moves";
import { sampleTable } from "./sampleTable";

const grid = gridOf(sampleTable);
const from = (at: Position, ...moves: Move[]): Position | undefined =>
  moves.reduce<Position | undefined>((now, move) => now && moved(grid, now, move, 3), at);
const idAt = (at: Position | undefined): string | undefined => {
  const place = at && stopAt(grid, at)?.place;
  return place && ("row" in place ? place.row : "column" in place ? place.column : undefined);
};

describe("moving over the grid", () => {
  test("a merged head is one step", () => {
    expect(idAt(from({ y: 0, x: 1 }, "right"))).toBe("g1");
    expect(idAt(from({ y: 0, x: 1 }, "right", "right"))).toBe("c6");
    expect(idAt(from({ y: 2, x: 5 }, "left"))).toBe("c5");
  });

  test("up and down keep the column that one came along through merged heads", () => {
    expect(from({ y: 2, x: 4 }, "up", "up")).toEqual({ y: 0, x: 4 });
    expect(from({ y: 2, x: 4 }, "up", "up", "down", "down")).toEqual({ y: 2, x: 4 });
  });

  test("stays at the edges", () => {
    expect(from({ y: 0, x: 0 }, "up")).toEqual({ y: 0, x: 0 });
    expect(from({ y: 10, x: 5 }, "down")).toEqual({ y: 10, x: 5 });
    expect(from({ y: 9, x: 3 }, "right")).toEqual({ y: 9, x: 3 });
  });

  test("Tab visits each cell once in reading order, and ends past the last", () => {
    const visited: (string | undefined)[] = [];
    let at: Position | undefined = { y: 0, x: 0 };
    while (at !== undefined && at.y < grid.headRows) {
      visited.push(idAt(at));
      at = moved(grid, at, "next", 3);
    }
    expect(visited).toEqual(["c1", "c2", "g1", "c6", "c3", "g2", "c4", "c5", "c1", "c2", "c3", "c4", "c5", "c6"]);
    expect(moved(grid, { y: 10, x: 5 }, "next", 3)).toBeUndefined();
    expect(moved(grid, { y: 0, x: 0 }, "previous", 3)).toBeUndefined();
  });

  test("Shift+Tab goes back the same way", () => {
    const there = moved(grid, { y: 4, x: 5 }, "next", 3);
    expect(there && moved(grid, there, "previous", 3)).toEqual({ y: 4, x: 5 });
  });

  test("Tab passes a heading that runs over its cells in two steps", () => {
    expect(idAt(from({ y: 9, x: 0 }, "next"))).toBe("w1");
    expect(from({ y: 9, x: 0 }, "next", "next")).toEqual({ y: 10, x: 0 });
  });

  test("Ctrl with an arrow goes to the first row, then into the head, and to the last row", () => {
    expect(from({ y: 8, x: 2 }, "edgeUp")).toEqual({ y: 4, x: 2 });
    expect(from({ y: 8, x: 2 }, "edgeUp", "edgeUp")).toEqual({ y: 0, x: 2 });
    expect(from({ y: 0, x: 2 }, "edgeDown", "edgeDown")).toEqual({ y: 10, x: 2 });
  });

  test("Home, End and pages stay within the grid", () => {
    expect(from({ y: 5, x: 3 }, "rowStart")).toEqual({ y: 5, x: 0 });
    expect(from({ y: 5, x: 3 }, "end")).toEqual({ y: 10, x: 5 });
    expect(from({ y: 5, x: 3 }, "pageDown", "pageDown", "pageDown")).toEqual({ y: 10, x: 3 });
    expect(from({ y: 1, x: 3 }, "pageUp")).toEqual({ y: 0, x: 3 });
  });
});

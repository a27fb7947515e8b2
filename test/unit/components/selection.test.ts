import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamped, type Ground, inside, type Move, moved, rectangleOf, single } from "@/components/grid/selection";

/** Five rows, of which the second is a heading across the table; three columns. */
const ground: Ground = { rows: 5, columns: 3, stops: (row) => row !== 1 };
const at = (row: number, column: number) => ({ row, column });

describe("moving in the grid", () => {
  it("steps over headings up and down", () => {
    expect(moved(ground, at(0, 1), "down", 10)).toEqual(at(2, 1));
    expect(moved(ground, at(2, 1), "up", 10)).toEqual(at(0, 1));
  });

  it("stays at the edges", () => {
    expect(moved(ground, at(0, 0), "up", 10)).toEqual(at(0, 0));
    expect(moved(ground, at(4, 2), "down", 10)).toEqual(at(4, 2));
    expect(moved(ground, at(4, 2), "right", 10)).toEqual(at(4, 2));
  });

  it("goes on in the neighbouring row by Tab, and leaves the grid past its ends", () => {
    expect(moved(ground, at(0, 2), "next", 10)).toEqual(at(2, 0));
    expect(moved(ground, at(2, 0), "previous", 10)).toEqual(at(0, 2));
    expect(moved(ground, at(4, 2), "next", 10)).toBeUndefined();
    expect(moved(ground, at(0, 0), "previous", 10)).toBeUndefined();
  });

  it("goes to the ends of row and table", () => {
    expect(moved(ground, at(3, 1), "rowStart", 10)).toEqual(at(3, 0));
    expect(moved(ground, at(3, 1), "rowEnd", 10)).toEqual(at(3, 2));
    expect(moved(ground, at(3, 1), "start", 10)).toEqual(at(0, 0));
    expect(moved(ground, at(0, 1), "end", 10)).toEqual(at(4, 2));
    expect(moved(ground, at(4, 1), "edgeUp", 10)).toEqual(at(0, 1));
  });

  it("pages, and lands beside a heading instead of on it", () => {
    expect(moved(ground, at(3, 0), "pageUp", 2)).toEqual(at(0, 0));
    expect(moved(ground, at(0, 0), "pageDown", 1)).toEqual(at(2, 0));
  });

  it("always lands on a row that has figures, inside the grid", () => {
    const moves: readonly Move[] = [
      "up",
      "down",
      "left",
      "right",
      "next",
      "previous",
      "start",
      "end",
      "pageUp",
      "pageDown",
      "edgeUp",
      "edgeDown",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }).filter((rows) => rows.includes(true)),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom(...moves), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (rows, columns, walk, page) => {
          const any: Ground = { rows: rows.length, columns, stops: (row) => rows[row] === true };
          let place = clamped(any, single(at(0, 0))).active;
          for (const move of walk) place = moved(any, place, move, page) ?? place;
          expect(any.stops(place.row)).toBe(true);
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(columns);
        },
      ),
    );
  });
});

describe("a selection", () => {
  it("spans from its anchor to the active cell whichever comes first", () => {
    const area = rectangleOf({ anchor: at(3, 2), active: at(2, 0) });
    expect(area).toEqual({ top: 2, bottom: 3, left: 0, right: 2 });
    expect(inside(area, 2, 1)).toBe(true);
    expect(inside(area, 1, 1)).toBe(false);
  });

  it("comes back into a grid that lost rows", () => {
    expect(clamped(ground, single(at(9, 7)))).toEqual(single(at(4, 2)));
    expect(clamped({ ...ground, rows: 2 }, single(at(4, 0)))).toEqual(single(at(0, 0)));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrollStep } from "@/components/designer/dnd/autoScroll";
import { type Box, chooseZone, indexByMiddles, seenThrough } from "@/components/designer/dnd/chooseZone";

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const page = { id: "page", box: box(200, 50, 900, 700) };
const table = { id: "table", box: box(260, 200, 840, 400) };

describe("the zone under a pointer", () => {
  it("is the innermost that holds it", () => {
    expect(chooseZone([page, table], { x: 300, y: 300 })?.id).toBe("table");
    expect(chooseZone([table, page], { x: 300, y: 450 })?.id).toBe("page");
  });

  it("is the nearest where the pointer is just outside", () => {
    expect(chooseZone([table], { x: 240, y: 190 })?.id).toBe("table");
    expect(chooseZone([page, table], { x: 190, y: 300 })?.id).toBe("page");
  });

  it("is none far away", () => {
    expect(chooseZone([page, table], { x: 20, y: 300 })).toBeUndefined();
  });
});

describe("the part of a zone that is seen", () => {
  it("ends where a scrolling box around it ends", () => {
    expect(seenThrough(box(0, -500, 1000, 3000), [box(100, 50, 800, 700), box(0, 0, 1366, 768)])).toEqual(box(100, 50, 800, 700));
  });

  it("is nothing where it was scrolled away", () => {
    expect(seenThrough(box(0, -500, 1000, 20), [box(100, 50, 800, 700)])).toBeUndefined();
  });
});

describe("the index of a pointer among boxes", () => {
  const rows = [box(0, 0, 100, 20), box(0, 20, 100, 120), box(0, 120, 100, 140)];

  it("is before the first whose middle it has not passed", () => {
    expect([5, 15, 60, 80, 125, 139].map((y) => indexByMiddles(rows, "y", { x: 0, y }))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it("goes across for columns", () => {
    expect(indexByMiddles([box(0, 0, 40, 20), box(40, 0, 80, 20)], "x", { x: 61, y: 999 })).toBe(2);
  });

  it("is 0 among none", () => {
    expect(indexByMiddles([], "y", { x: 3, y: 3 })).toBe(0);
  });

  it("never falls as the pointer goes down", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }), fc.nat(900), fc.nat(900), (heights, a, b) => {
        let top = 0;
        const boxes = heights.map((height) => {
          const made = box(0, top, 10, top + height);
          top += height;
          return made;
        });
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(indexByMiddles(boxes, "y", { x: 0, y: low })).toBeLessThanOrEqual(indexByMiddles(boxes, "y", { x: 0, y: high }));
      }),
    );
  });
});

describe("scrolling at the edges", () => {
  it("goes back at the start, on at the end, and stands still between", () => {
    expect(scrollStep(2, 0, 600)).toBeLessThan(0);
    expect(scrollStep(300, 0, 600)).toBe(0);
    expect(scrollStep(598, 0, 600)).toBeGreaterThan(0);
  });

  it("is faster nearer to the edge", () => {
    expect(scrollStep(599, 0, 600)).toBeGreaterThan(scrollStep(560, 0, 600));
  });

  it("leaves a small box its middle", () => {
    expect(scrollStep(15, 0, 30)).toBe(0);
  });
});

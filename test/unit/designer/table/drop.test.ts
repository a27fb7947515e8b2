import { describe, expect, test } from "vitest";
import { columnGapOf, columnHit, columnMarkOf } from "@/components/designer/table/dropColumns";
import { rowGapOf, rowHit, rowMarkOf } from "@/components/designer/table/dropRows";
import { bodyGeometry, headGeometry } from "@/components/designer/table/geometry";
import { sampleTable } from "./sampleTable";

const body = bodyGeometry(sampleTable.rows);
const head = headGeometry(sampleTable.columns);
const none: ReadonlySet<string> = new Set();
const under = (id?: string) => ({ kind: "rows", block: "t1", ...(id === undefined ? {} : { under: id }) });

describe("rows that are dropped", () => {
  test("go as deep as the pointer says, between what stands below and inside of what stands above", () => {
    // Between r3 (level 2) and r4 (level 1).
    expect(rowHit(body, "t1", { before: 3, depth: 0 }, none).target).toEqual({ into: under("r1"), index: 1 });
    expect(rowHit(body, "t1", { before: 3, depth: 2 }, none).target).toEqual({ into: under("r2"), index: 1 });
    expect(rowHit(body, "t1", { before: 3, depth: 9 }, none).target).toEqual({ into: under("r3"), index: 0 });
  });

  test("at the end of a group go into it or after it", () => {
    expect(rowHit(body, "t1", { before: 4, depth: 1 }, none).target).toEqual({ into: under("r1"), index: 2 });
    expect(rowHit(body, "t1", { before: 4, depth: 0 }, none).target).toEqual({ into: under(), index: 1 });
  });

  test("before the first line are first, after the last at any level of it", () => {
    expect(rowHit(body, "t1", { before: 0, depth: 3 }, none).target).toEqual({ into: under(), index: 0 });
    expect(rowHit(body, "t1", { before: 7, depth: 0 }, none).target).toEqual({ into: under(), index: 3 });
    expect(rowHit(body, "t1", { before: 7, depth: 1 }, none).target).toEqual({ into: under("w1"), index: 1 });
  });

  test("never go into themselves or what stands under them", () => {
    // Right under r2, which is moved with r3: the line above is r1.
    expect(rowHit(body, "t1", { before: 3, depth: 5 }, new Set(["r2"])).target).toEqual({ into: under("r1"), index: 0 });
  });

  test("show a line that leads back to the place, for the keyboard", () => {
    for (let before = 0; before <= body.lines.length; before += 1) {
      for (let depth = 0; depth < 4; depth += 1) {
        const hit = rowHit(body, "t1", { before, depth }, none);
        const mark = rowMarkOf(body, "t1", hit.target);
        expect(mark).toBe(hit.mark);
        expect(rowGapOf(hit.mark).before).toBe(before);
      }
    }
  });

  test("of an empty group are marked right under it; of another table not at all", () => {
    expect(rowMarkOf(body, "t1", { into: { kind: "rows", block: "t1", under: "r5" }, index: 0 })).toBe(
      rowHit(body, "t1", { before: 5, depth: 1 }, none).mark,
    );
    expect(rowMarkOf(body, "t1", { into: { kind: "rows", block: "t2" }, index: 0 })).toBeUndefined();
  });
});

describe("columns that are dropped", () => {
  test("go beside the head that is pointed at, on its level", () => {
    expect(columnHit(head, "t1", { level: 0, leaf: 3, isPastMiddle: false })?.target).toEqual({
      into: { kind: "columns", block: "t1" },
      index: 2,
    });
    expect(columnHit(head, "t1", { level: 1, leaf: 3, isPastMiddle: true })?.target).toEqual({
      into: { kind: "columns", block: "t1", under: "g1" },
      index: 2,
    });
    expect(columnHit(head, "t1", { level: 2, leaf: 4, isPastMiddle: false })?.target).toEqual({
      into: { kind: "columns", block: "t1", under: "g2" },
      index: 1,
    });
  });

  test("show a line that leads back to the place", () => {
    for (const [level, leaf] of [
      [0, 0],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 4],
      [0, 5],
    ] as const) {
      for (const isPastMiddle of [false, true]) {
        const hit = columnHit(head, "t1", { level, leaf, isPastMiddle });
        expect(hit && columnMarkOf(head, "t1", hit.target)).toBe(hit?.mark);
      }
    }
    expect(columnGapOf(columnHit(head, "t1", { level: 1, leaf: 4, isPastMiddle: true })?.mark ?? -1)).toEqual({ before: 5, level: 1 });
  });
});

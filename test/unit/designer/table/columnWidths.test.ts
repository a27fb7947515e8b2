import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsInView, gutter, layoutColumns, shareForWidth, sharesOf } from "@/components/designer/table/columnWidths";
import { leafColumns } from "@/lib/template";
import { headOver, sampleTable, value } from "./sampleTable";

const leaves = leafColumns(sampleTable);

describe("the widths of columns on the screen", () => {
  test("share the width of the paper by what the designer gave, the usual where nothing was given", () => {
    const layout = layoutColumns(leaves, 734, "print");
    expect(layout.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(700);
    expect(layout.widths[1]).toBeGreaterThan(layout.widths[2] ?? 0);
    expect(layout.lefts[0]).toBe(gutter);
  });

  test("are never too narrow to be worked at: then the table is wider than its room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (room, count) => {
        const many = leafColumns({
          columns: [...sampleTable.columns, ...Array.from({ length: count }, (_, i) => value(`v${i}`))] as typeof sampleTable.columns,
        });
        const { widths, lefts, width } = layoutColumns(many, room, "print");
        for (const [i, own] of widths.entries()) {
          expect(own).toBeGreaterThanOrEqual(36);
          expect(lefts[i]).toBe(gutter + widths.slice(0, i).reduce((sum, each) => sum + each, 0));
        }
        expect(width).toBe(gutter + widths.reduce((sum, each) => sum + each, 0));
      }),
    );
  });

  test("keep the leading columns of words in view, up to where heads begin", () => {
    expect(layoutColumns(leaves, 800, "print").frozen).toBe(2);
    const under = leafColumns({ columns: [headOver("g", { kind: "label", id: "l", label: { vi: "" } }, value("v"))] });
    expect(layoutColumns(under, 800, "print").frozen).toBe(0);
  });

  test("give a column the share that its dragged border asks for", () => {
    const share = shareForWidth(leaves, 5, 200, 700);
    const shares = sharesOf(leaves).map((own, at) => (at === 5 ? share : own));
    expect((share / shares.reduce((sum, own) => sum + own, 0)) * 700).toBeCloseTo(200, 0);
  });
});

test("the columns that are drawn are those in the window beside the frozen ones", () => {
  const many = leafColumns({
    columns: [...sampleTable.columns, ...Array.from({ length: 40 }, (_, i) => value(`v${i}`))] as typeof sampleTable.columns,
  });
  const layout = layoutColumns(many, 600, "print");
  const { from, to } = columnsInView(layout, 1000, 600, 0);
  const seen = layout.lefts.flatMap((left, at) =>
    left + (layout.widths[at] ?? 0) > 1000 + layout.frozenWidth && left <= 1600 && at >= layout.frozen ? [at] : [],
  );
  expect([from, to]).toEqual([seen[0], seen.at(-1)]);
});

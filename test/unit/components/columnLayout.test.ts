import { describe, expect, it } from "vitest";
import { columnLayout, placeHead } from "@/components/grid/columnLayout";
import type { ColumnView, HeadCell, TableView } from "@/lib/form/types";

const head = (id: string, columnSpan: number, rowSpan: number): HeadCell => ({
  id,
  label: { vi: id },
  note: undefined,
  columnSpan,
  rowSpan,
});
const column = (key: string, kind: ColumnView["kind"], width?: number): ColumnView => ({
  key,
  kind,
  label: { vi: key },
  number: "",
  width,
  type: "integer",
});
const view = (columns: readonly ColumnView[]): TableView => ({
  id: "t1",
  title: undefined,
  unit: undefined,
  head: [],
  numberingRow: false,
  columns,
  rows: [],
  repeats: [],
});

describe("the head of several levels", () => {
  it("finds the place of each cell from the spans, as 06/VPCP/KSTT has them", () => {
    const placed = placeHead(
      [
        [head("stt", 1, 3), head("name", 1, 3), head("received", 4, 1)],
        [head("total", 1, 2), head("among", 2, 1), head("before", 1, 2)],
        [head("online", 1, 1), head("direct", 1, 1)],
      ],
      6,
    );
    expect(placed.flat().map(({ cell, row, column: at }) => [cell.id, row, at])).toEqual([
      ["stt", 0, 0],
      ["name", 0, 1],
      ["received", 0, 2],
      ["total", 1, 2],
      ["among", 1, 3],
      ["before", 1, 5],
      ["online", 2, 3],
      ["direct", 2, 4],
    ]);
  });
});

describe("the widths of columns", () => {
  const columns = [
    column("stt", "number"),
    column("name", "label"),
    column("c1", "value"),
    column("c2", "value", 2),
    column("c3", "value", 1),
  ];

  it("freezes the leading columns of words one after the other, and none that follow figures", () => {
    const { columns: placed, frozen } = columnLayout(view([...columns, column("unit", "unit")]), 0);
    expect(placed.map(({ frozenAt }) => frozenAt)).toEqual([0, placed[0]?.width, undefined, undefined, undefined, undefined]);
    expect(frozen).toBe((placed[0]?.width ?? 0) + (placed[1]?.width ?? 0));
  });

  it("freezes labels alone, narrower, on a telephone", () => {
    const wide = columnLayout(view(columns), 1100).columns;
    const narrow = columnLayout(view(columns), 390).columns;
    expect(narrow[0]?.frozenAt).toBeUndefined();
    expect(narrow[1]?.frozenAt).toBe(0);
    expect(narrow[1]?.width).toBeLessThan(wide[1]?.width ?? 0);
  });

  it("gives a column of twice the weight more room, within bounds", () => {
    const [, , plain, wide, narrow] = columnLayout(view(columns), 0).columns;
    expect(wide?.width).toBeGreaterThan(plain?.width ?? 0);
    expect(narrow?.width).toBeLessThan(plain?.width ?? 0);
  });

  it("give long numbers of rows a line of their own, within bounds", () => {
    const numbered = (number: string) => {
      const [row] = [
        {
          key: "r1",
          kind: "indicator",
          depth: 0,
          number,
          label: { vi: "" },
          note: undefined,
          unit: undefined,
          cells: [],
          entryOf: undefined,
        },
      ] as const;
      return columnLayout({ ...view(columns), rows: [row] }, 1000).columns[0]?.width;
    };
    expect(["1", "18.10", "XXXVIII.12.14"].map(numbered)).toEqual([42, 50, 84]);
  });
});

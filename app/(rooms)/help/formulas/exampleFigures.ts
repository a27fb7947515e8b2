import type { Mark } from "@/lib/form/content";
import { type HistoryFunction, type NamePath, type Resolver, semantics } from "@/lib/formula";

/** A figure of the example; null is blank. */
export type ExampleFigure = number | Mark | null;

export const exampleColumns = ["c3", "c4", "c5"] as const;
export const exampleRows = ["r01", "r02", "r03", "r04", "r05", "r06"] as const;
export type ExampleRow = (typeof exampleRows)[number];
export type ExampleColumn = (typeof exampleColumns)[number];

/** The table that the page's formulas compute with; r01 adds up the rows beneath it. */
export const exampleTable: Readonly<Record<ExampleRow, readonly [ExampleFigure, ExampleFigure, ExampleFigure]>> = {
  r01: [290, 215, 165],
  r02: [120, 90, 75],
  r03: [80, 100, 80],
  r04: [null, 25, 0],
  r05: [50, "-", null],
  r06: [40, "x", 10],
};

/** What formulas name outside of the table. */
export const exampleNames: Readonly<Record<string, number>> = { "t2.r01.c3": 1500, "f.dan_so": 1_247_000, "ind.KTXH_01": 8.4 };

/** One row repeated for three units, in column c4. */
export const exampleUnits: readonly ExampleFigure[] = [10, null, 30];

/** Accepted figures of other periods in the cell r02.c4; of `ytd` the sum of the year's earlier periods. */
export const exampleHistory: Readonly<Record<HistoryFunction, number>> = { prev: 70, lastYear: 75, ytd: 160, yearPlan: 480 };

/** Where an example stands: `r02` in a column of its own, or a cell of the table such as `r01.c4`. */
export interface ExamplePlace {
  readonly row: ExampleRow;
  readonly column: ExampleColumn | "c6";
}

const number = (figure: ExampleFigure): number => (figure === "-" ? 0 : figure === null || figure === "x" ? semantics.blank : figure);

const isRow = (id: string): id is ExampleRow => exampleRows.some((row) => row === id);
const columnIndex = (id: string): number => (exampleColumns as readonly string[]).indexOf(id);
const figureAt = (row: ExampleRow, column: number): number => number(exampleTable[row][column] ?? null);

/** A cell as a path of one or two parts means it from where the formula stands. */
function cellOf(path: readonly string[], place: ExamplePlace): { readonly row: ExampleRow; readonly column: number } | undefined {
  const row = path.find(isRow) ?? place.row;
  const column = columnIndex(path.find((id) => columnIndex(id) >= 0) ?? place.column);
  return column < 0 ? undefined : { row, column };
}

/** Gives the figures of the example to a formula that stands at a place of it. */
export const exampleResolver = (place: ExamplePlace): Resolver => {
  const figureOf = ({ path }: NamePath): number => {
    const outside = exampleNames[path.join(".")];
    if (outside !== undefined) return outside;
    const cell = cellOf(path, place);
    return cell ? figureAt(cell.row, cell.column) : semantics.blank;
  };
  return {
    name: figureOf,
    range: (first, last) => {
      const [from, to] = [cellOf(first.path, place), cellOf(last.path, place)];
      if (!from || !to) return [];
      const rows = exampleRows.slice(exampleRows.indexOf(from.row), exampleRows.indexOf(to.row) + 1);
      return rows.flatMap((row) => exampleColumns.slice(from.column, to.column + 1).map((column) => figureAt(row, columnIndex(column))));
    },
    children: () => exampleRows.slice(1).map((row) => figureAt(row, columnIndex(place.column))),
    units: () => exampleUnits.map(number),
    history: (fn, name) => {
      const cell = cellOf(name.path, place);
      if (cell?.row !== "r02" || cell.column !== columnIndex("c4")) return semantics.blank;
      return fn === "ytd" ? semantics.add(exampleHistory.ytd, figureOf(name)) : exampleHistory[fn];
    },
  };
};

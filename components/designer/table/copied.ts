import { writeBlock } from "@/components/grid/clipboard";
import type { Row } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import type { DesignGrid } from "./designGrid";

/** What a row or a cell shows, for the clipboard of other programs. */
export interface Shown {
  readonly words: (text: { readonly vi: string; readonly en?: string }) => string;
  /** What is typed in a cell: `=c3 + c4`. */
  readonly cell: (row: Row, column: string) => string;
}

/** The selected rows, columns or cells as lines of texts, as a spreadsheet takes them. */
export function linesOf(grid: DesignGrid, places: readonly Place[], shown: Shown): readonly (readonly string[])[] {
  const [first] = places;
  const rows = new Set(places.flatMap((place) => ("row" in place ? [place.row] : [])));
  if (first?.kind === "column") {
    const ids = new Set(places.flatMap((place) => (place.kind === "column" ? [place.column] : [])));
    const covered = grid.head.leaves.filter(({ column, groups }) => ids.has(column.id) || groups.some(({ id }) => ids.has(id)));
    return [covered.map(({ column }) => shown.words(column.label))];
  }
  const columns = new Set(places.flatMap((place) => (place.kind === "cell" ? [place.column] : [])));
  return grid.body.lines
    .filter(({ row }) => rows.has(row.id))
    .map(({ row }) =>
      grid.head.leaves.flatMap(({ column }) => {
        if (first?.kind === "cell" && !columns.has(column.id)) return [];
        if (column.kind === "number") return [row.number ?? ""];
        if (column.kind === "label") return [shown.words(row.label)];
        if (column.kind === "unit") return [row.kind === "label" ? "" : (row.unit ?? "")];
        return [shown.cell(row, column.id)];
      }),
    );
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Lines as a table of HTML, which spreadsheets and word processors paste as cells. */
export const htmlOf = (lines: readonly (readonly string[])[]): string =>
  `<table>${lines.map((line) => `<tr>${line.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`).join("")}</table>`;

export const plainOf = (lines: readonly (readonly string[])[]): string => writeBlock(lines);

import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { TableView } from "@/lib/form/types";
import type { Position } from "./selection";

/**
 * The cell that an address of a table means: of a cell (`t1.r01.c3`) itself; of a row (`t1.r01`) or a column (`t1.c3`),
 * at which rules are told that fail, the first one to fill in it, else its first; of the table (`t1`) the same of all.
 * Undefined where the table has no such place.
 */
export const placeIn = (
  view: Pick<TableView, "id" | "columns" | "rows">,
  at: string,
  infoOf: (cell: CellIndex) => { readonly address: CellAddress; readonly role: string },
): Position | undefined => {
  const columns = view.columns.filter(({ kind }) => kind === "value");
  let first: Position | undefined;
  for (const [row, { key, cells }] of view.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === undefined) continue;
      const { address, role } = infoOf(cell);
      if (address === at) return { row, column };
      const within = at === view.id || at === `${view.id}.${key}` || at === `${view.id}.${columns[column]?.key}`;
      if (!within) continue;
      if (role === "input") return { row, column };
      first ??= { row, column };
    }
  }
  return first;
};

import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Cell, Column, Row, Table } from "@/lib/template";
import type { Fragment } from "./fragment";
import type { RowNumbering } from "./numberRows";
import { columnsOf } from "./pastedColumns";
import { type PastedCell, spreadCells } from "./pastedGrid";
import { findHead } from "./pastedHead";
import { rowsOf } from "./pastedRows";
import { cut } from "./pastedWords";
import { refusal } from "./refusal";
import { definitionOf } from "./schema";
import { ordered } from "./schemaOrder";

/** A table as it was read from a pasted block, to be looked at before it is put in. */
export interface PastedTable {
  readonly columns: Column[];
  readonly rows: Row[];
  readonly cells: Cell[];
  readonly numberingRow: boolean;
  readonly rowNumbering: RowNumbering | undefined;
  /** What stood over the table. */
  readonly title: string | undefined;
  readonly unit: string | undefined;
  /** Rows of the head; a person may say otherwise, see `headRows`. */
  readonly headRows: number;
  /** Figures that were left out: a template has none. */
  readonly figures: number;
  /** Texts of the row of column numbers that could not be read as formulas. */
  readonly unread: readonly string[];
}

const most = { rows: 5000, columns: 200 } as const;

/**
 * Reads a block copied from Excel or Word as a table: how many rows are the head, by merged cells and the row of column
 * numbers; the tree of columns; which columns hold numbers, labels and units; the tree of rows, by their numbers and by
 * "Trong đó" and "Chia ra"; formulas from "(3)=(4)+(5)". `headRows` is what a person says of the head.
 */
export function tableFromCells(
  pasted: readonly (readonly PastedCell[])[],
  { headRows }: { readonly headRows?: number } = {},
): Result<PastedTable, Problem> {
  const tooBig = fail(refusal("tableTooBig", "", most));
  const widest = pasted.reduce(
    (width, row) =>
      Math.max(
        width,
        row.reduce((sum, cell) => sum + Math.max(1, cell.colSpan ?? 1), 0),
      ),
    0,
  );
  if (pasted.length > most.rows || widest > most.columns) return tooBig;
  const grid = spreadCells(pasted);
  if (grid.length === 0 || (grid[0]?.length ?? 0) > most.columns) return grid.length === 0 ? fail(refusal("noTable", "")) : tooBig;
  const head = findHead(grid, headRows);
  const { columns, leaves, unread } = columnsOf(grid, head);
  const { rows, cells, rowNumbering, figures } = rowsOf(grid, head.body, leaves);
  return ok({
    columns: columns.map((column) => ordered(definitionOf("column"), column)),
    rows: rows.map((row) => ordered(definitionOf("row"), row)),
    cells,
    numberingRow: head.numbers !== undefined,
    rowNumbering,
    title: head.title,
    unit: head.unit,
    headRows: head.to - head.from,
    figures,
    unread,
  });
}

/** What was read, as a block that can be inserted. A head without rows gets the row that is given: a table has one. */
export function blockOfPasted(pasted: PastedTable, id: string, blankRow: Row): Table {
  return {
    kind: "table",
    id,
    ...(pasted.title === undefined ? {} : { title: { vi: cut(pasted.title, 5000) } }),
    ...(pasted.unit === undefined ? {} : { unit: cut(pasted.unit, 60) }),
    ...(pasted.numberingRow ? { numberingRow: true } : {}),
    ...(pasted.rowNumbering === undefined ? {} : { rowNumbering: [...pasted.rowNumbering] }),
    columns: pasted.columns,
    rows: pasted.rows.length > 0 ? pasted.rows : [blankRow],
    ...(pasted.cells.length > 0 ? { cells: pasted.cells } : {}),
  };
}

/** The rows or columns that were read, to be pasted into a table that stands: `pasteFragment` gives them ids of its own. */
export function fragmentOfPasted(pasted: PastedTable, of: "rows" | "columns"): Fragment {
  return {
    bieumau: "fragment",
    version: 1,
    template: "",
    home: { block: "", kind: "table" },
    of,
    parts: of === "rows" ? pasted.rows : pasted.columns,
    cells: [],
    checks: [],
    isCut: false,
  };
}

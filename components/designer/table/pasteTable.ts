import type { Problem } from "@/lib/problem";
import { ok, type Result } from "@/lib/result";
import { flatRows, leafColumns, type Row, type Table, type Template } from "@/lib/template";
import {
  blankRow,
  blockOfPasted,
  type Command,
  fragmentOfPasted,
  type PastedTable,
  type Place,
  pasteFragment,
  type Siblings,
  spotOf,
  tableFromCells,
} from "@/lib/template/edit";
import type { CopiedBlock } from "./readHtmlTable";

/** What becomes of a copied table: the table's new content, more rows, more columns. */
export type PasteChoice = "replace" | "rows" | "columns";

export const pasteChoices: readonly PasteChoice[] = ["replace", "rows", "columns"];

/** Reads a copied block as a table. */
export const readBlock = (block: CopiedBlock, headRows: number | undefined): Result<PastedTable, Problem> =>
  tableFromCells(
    block.map((row) => row.map(({ text, columnSpan, rowSpan, bold }) => ({ text, colSpan: columnSpan, rowSpan, bold }))),
    headRows === undefined ? {} : { headRows },
  );

/** What was read, in numbers. */
export function summaryOf({ columns, rows, cells }: PastedTable): {
  readonly columns: number;
  readonly rows: number;
  readonly formulas: number;
} {
  const leaves = leafColumns({ columns });
  const flat = flatRows({ rows });
  const formulas =
    leaves.filter(({ column }) => column.kind === "value" && column.formula !== undefined).length +
    flat.filter(({ row }) => row.kind !== "label" && row.formula !== undefined).length +
    cells.filter(({ formula }) => formula !== undefined).length;
  return { columns: leaves.length, rows: flat.length, formulas };
}

/** What pasting does, and what is selected after it. */
export interface PasteStep {
  readonly command: Command;
  readonly select: readonly Place[];
}

/** The command of a choice. What is added goes after the row or column that the keyboard stands on, else to the end. */
export function pastedStep(options: {
  readonly template: Template;
  readonly table: Table;
  readonly pasted: PastedTable;
  readonly choice: PasteChoice;
  readonly at: Place | undefined;
  readonly rowWords: string;
}): Result<PasteStep, Problem> {
  const { template, table, pasted, choice, at, rowWords } = options;
  const { id: block } = table;
  if (choice === "replace") return ok(replaceStep(template, table, pasted, blankRow(template, block, "indicator", { vi: rowWords })));
  const target = targetOf(template, table, choice, at);
  const made = pasteFragment(template, fragmentOfPasted(pasted, choice), target);
  return made.ok ? ok({ command: made.value.command, select: made.value.places }) : made;
}

function targetOf(
  template: Template,
  table: Table,
  of: "rows" | "columns",
  at: Place | undefined,
): { readonly into: Siblings; readonly index: number } {
  const { id: block } = table;
  const place: Place | undefined =
    of === "rows"
      ? at && "row" in at
        ? { kind: "row", block, row: at.row }
        : undefined
      : at && "column" in at
        ? { kind: "column", block, column: at.column }
        : undefined;
  const spot = place && spotOf(template, place);
  return spot ? { into: spot.in, index: spot.index + 1 } : { into: { kind: of, block }, index: table[of].length };
}

/** The table with another content in its place: its id, code, note and orientation stay; title and unit where none were copied. */
function replaceStep(template: Template, table: Table, pasted: PastedTable, blank: Row): PasteStep {
  const index = template.blocks.findIndex(({ id }) => id === table.id);
  const made = blockOfPasted(pasted, table.id, blank);
  const { kind, id, columns, rows, cells, numberingRow, rowNumbering, title = table.title, unit = table.unit } = made;
  const whole: Table = {
    kind,
    id,
    ...(table.code === undefined ? {} : { code: table.code }),
    ...(title === undefined ? {} : { title }),
    ...(unit === undefined ? {} : { unit }),
    ...(table.orientation === undefined ? {} : { orientation: table.orientation }),
    ...(numberingRow === undefined ? {} : { numberingRow }),
    ...(rowNumbering === undefined ? {} : { rowNumbering }),
    columns,
    rows,
    ...(cells === undefined ? {} : { cells }),
    ...(table.note === undefined ? {} : { note: table.note }),
  };
  const place: Place = { kind: "block", block: table.id };
  return {
    command: {
      do: "together",
      commands: [
        { do: "remove", parts: [place] },
        { do: "insert", into: { kind: "blocks" }, index, parts: [whole] },
      ],
    },
    select: [{ kind: "row", block: table.id, row: rows[0]?.id ?? blank.id }],
  };
}

import type { Problem } from "@/lib/problem";
import { checkAggregate } from "./checkAggregate";
import { checkValues } from "./checkValues";
import { errorAt } from "./problemAt";
import type { References } from "./references";
import { type TableIndex, valueColumnOf, whyNoCell } from "./tableIndex";

/** Declarations of single cells: each names a cell that there is, once, and makes sense upon its row and column. */
export function checkCells(index: TableIndex, references: References): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const cell of index.table.cells ?? []) {
    const at = `${index.table.id}.${cell.row}.${cell.column}`;
    const why = whyNoCell(index, cell.row, cell.column);
    if (why !== undefined) {
      problems.push(errorAt(at, noCellCodes[why], { row: cell.row, column: cell.column }));
      continue;
    }
    if (seen.has(at)) problems.push(errorAt(at, "template.duplicateCell"));
    seen.add(at);
    const row = index.rows.get(cell.row)?.row;
    const inherited = { ...valueColumnOf(index, cell.column), ...(row?.kind === "label" ? {} : definedValues(row)) };
    problems.push(...checkValues(cell, at, inherited), ...checkAggregate(cell.aggregate, at, references, index));
  }
  return problems;
}

const noCellCodes = {
  unknownRow: "template.unknownRow",
  unknownColumn: "template.unknownColumn",
  rowWithoutFigures: "template.rowWithoutFigures",
  columnWithoutValues: "template.columnWithoutValues",
} as const;

/** The row's own type and choices, which stand before the column's. */
function definedValues(row: { readonly type?: ValueTypeOf; readonly choices?: ChoicesOf } | undefined) {
  return { ...(row?.type === undefined ? {} : { type: row.type }), ...(row?.choices === undefined ? {} : { choices: row.choices }) };
}

type ValueTypeOf = NonNullable<Parameters<typeof checkValues>[0]["type"]>;
type ChoicesOf = NonNullable<Parameters<typeof checkValues>[0]["choices"]>;

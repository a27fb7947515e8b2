import type { FormulaHome, FormulaRead } from "@/lib/form/compile";
import type { Place } from "@/lib/template/edit";
import { coloursOf } from "./formulaTokens";

/** Figures that a formula reads, to be framed on the page in the colour that their name has in the formula. */
export interface FormulaReference {
  /** A cell, column, row or field; the first of a range. */
  readonly place: Place;
  /** The other corner of a range; the same place where it is none. */
  readonly last: Place;
  /** 1 to 6: the custom property `--bm-formula-1` … of the theme. */
  readonly colour: number;
  /** As it stands in the formula: shown at the frame, so that frames are told apart without colour. */
  readonly name: string;
  readonly span: FormulaRead["span"];
}

/** Where the formula is looked at: a column's formula reads the figures of one row there. */
export interface ReferenceAnchor {
  readonly row: string | undefined;
  readonly column: string | undefined;
}

/** Places that a formula reads. Where it computes a whole column and no cell is looked at, the columns are read as wholes. */
export function referencesOf(reads: readonly FormulaRead[], home: FormulaHome, anchor: ReferenceAnchor): readonly FormulaReference[] {
  const colours = coloursOf(reads);
  const row = "row" in home ? home.row : anchor.row;
  const column = "column" in home ? home.column : anchor.column;
  return reads.flatMap((read): readonly FormulaReference[] => {
    const colour = (colours.get(read.name) ?? 0) + 1;
    const { name, span } = read;
    // The rows under a heading need not follow one another: each is framed.
    const rows = read.name === "children" || read.name === "units" ? (read.rows ?? []).map((id) => [id]) : [read.rows];
    return rows.flatMap((these): readonly FormulaReference[] => {
      const [first, last] = [
        cornerOf(read, these?.[0], read.columns?.[0], row, column),
        cornerOf(read, these?.at(-1), read.columns?.at(-1), row, column),
      ];
      return first && last ? [{ place: first, last, colour, name, span }] : [];
    });
  });
}

function cornerOf(
  read: FormulaRead,
  ownRow: string | undefined,
  ownColumn: string | undefined,
  homeRow: string | undefined,
  homeColumn: string | undefined,
): Place | undefined {
  const { block } = read;
  const [row, column] = [ownRow ?? homeRow, ownColumn ?? homeColumn];
  if (read.field) return ownColumn === undefined ? undefined : { kind: "field", block, field: ownColumn };
  if (row !== undefined && column !== undefined) return { kind: "cell", block, row, column };
  if (column !== undefined) return { kind: "column", block, column };
  return row === undefined ? undefined : { kind: "row", block, row };
}

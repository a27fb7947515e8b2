import type { CellAddress, CellIndex, CellValue } from "@/lib/form/content";
import type { CellInfo, Finding } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";

/** Text that is no value of its cell: it stays shown, with what is wrong. */
export interface InvalidText {
  readonly text: string;
  readonly problem: Problem;
}

/** What the grid reads of its table. The values change in place; `version` tells when. */
export interface GridSource {
  info(cell: CellIndex): CellInfo;
  read(cell: CellIndex): CellValue;
  invalid(at: CellAddress): InvalidText | undefined;
  /** At a cell, or at a row (`t1.r01`), a column (`t1.c3`) or the table (`t1`) in which a rule fails. */
  findings(at: string): readonly Finding[];
}

/** What a person typed into a cell. */
export interface TextChange {
  readonly at: CellAddress;
  readonly text: string;
}

/** What the grid changes. All take text as typed: whoever keeps the values reads it. */
export interface GridEditor {
  /** While typing: dependents follow, nothing is remembered for undo yet. */
  preview(change: TextChange): void;
  /** Typing ended in a change, a paste or a clearing: one step of undo. */
  commit(changes: readonly TextChange[]): void;
  /** Typing was given up: the cell is as before. */
  cancel(): void;
  /** The place of the first cell that changed back; undefined when there is nothing to undo. */
  undo(): CellAddress | undefined;
  redo(): CellAddress | undefined;
}

/**
 * Where a value of a report stands.
 * - table cell: `t1.r01.c3`; in a repeated row `t1.r01@KEY.c3` (KEY: entry id, or unit code as
 *   `unitKey` writes it: `H13.05` as `H13~05`; rows under the repeated row carry the same `@KEY`); in a repeated column `t1.r01.c3@KEY`
 * - field: `f.dan_so` · list cell: `l1@KEY.col`
 * - narrative section: `n.n1` · the entries of a repeated row or list: `e.t1.r01`, `e.l1`
 */
export type CellAddress = string & { readonly __brand: "CellAddress" };

/** Index of a cell in an opened form. */
export type CellIndex = number & { readonly __brand: "CellIndex" };

/** `-`: nothing arose, counted as 0; `x`: not applicable, counted as blank. Both are printed as they are. */
export type Mark = "-" | "x";

/** Value of a cell or field; null is blank. In a number cell a string is a Mark; dates are `YYYY-MM-DD`. */
export type CellValue = number | string | boolean | null;

/** One entry that the reporter added to a list or to a repeated row. */
export interface Entry {
  /** Made by the client, unique within its list: `[A-Za-z0-9_-]{1,36}`. */
  readonly id: string;
  readonly label: string;
}

/** Rich text of a narrative section, the JSON of TipTap (ProseMirror), limited to the nodes of `narrative.schema.json`. */
export interface RichDoc {
  readonly type: "doc";
  readonly content: readonly unknown[];
}

/** All that a report holds, keyed by address; blanks are absent. */
export interface ReportContent {
  readonly cells: Readonly<Record<CellAddress, CellValue>>;
  readonly narrative: Readonly<Record<string, RichDoc>>;
  /** By `t1.r01` or `l1`. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

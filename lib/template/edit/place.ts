/**
 * A part of a template, told by ids, so that it stays the same part wherever it is moved to. Row, column and check ids
 * are unique within their table, block ids within the template, field ids within their block.
 */
export type Place =
  | { readonly kind: "document" }
  | { readonly kind: "block"; readonly block: string }
  /** A column or a head over columns. */
  | { readonly kind: "column"; readonly block: string; readonly column: string }
  | { readonly kind: "row"; readonly block: string; readonly row: string }
  /** What one cell has of its own; it need not have anything yet. */
  | { readonly kind: "cell"; readonly block: string; readonly row: string; readonly column: string }
  | { readonly kind: "check"; readonly block: string; readonly check: string }
  /** An input of a group of fields, or a column of a list. */
  | { readonly kind: "field"; readonly block: string; readonly field: string };

/** An ordered list that parts stand in. `under` is the head or row that holds them; the table itself where absent. */
export type Siblings =
  | { readonly kind: "blocks" }
  | { readonly kind: "columns"; readonly block: string; readonly under?: string }
  | { readonly kind: "rows"; readonly block: string; readonly under?: string }
  | { readonly kind: "fields"; readonly block: string }
  | { readonly kind: "checks"; readonly block: string };

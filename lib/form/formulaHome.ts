/** The part whose formula is written: for all cells of a column or row, for one cell, for a check, or for a field or list column. */
export type FormulaHome =
  | { readonly kind: "column"; readonly block: string; readonly column: string }
  | { readonly kind: "row"; readonly block: string; readonly row: string }
  | { readonly kind: "cell"; readonly block: string; readonly row: string; readonly column: string }
  | { readonly kind: "check"; readonly block: string; readonly check: string }
  | { readonly kind: "field"; readonly block: string; readonly field: string };

/** What a person points at while writing a formula. */
export type FormulaTarget = Exclude<FormulaHome, { readonly kind: "check" }>;

/**
 * Names that formulas read in another way, so that no table, row, column or field may bear them: the prefixes of
 * fields, indicators, narrative and entries; the words of the language; its functions (a test keeps them equal to
 * the table of `lib/formula`, which stands above this room); what mathjs reads as an operator or a constant.
 */
export const reservedNames: ReadonlySet<string> = new Set([
  ...["f", "ind", "n", "e"],
  ...["children", "units", "and", "or", "not", "xor", "mod", "to", "in", "true", "false", "null", "undefined", "NaN", "Infinity", "end"],
  ...["sum", "mean", "min", "max", "count", "round", "abs", "floor", "ceil", "sqrt", "pow", "if", "coalesce"],
  ...["percent", "growth", "cagr", "prev", "lastYear", "ytd", "yearPlan"],
]);

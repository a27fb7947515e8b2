import type { Problem } from "@/lib/problem";
import { siblingsOf } from "./children";
import { finding, type LintCell, type LintContext, type PlacedFormula } from "./lintContext";
import { sumsIn, termsOf } from "./lintRatios";
import { isNumeric } from "./resolve";

/**
 * Sums of neighbours that leave out one at their end (sum(r01:r04) where the siblings run to r05), and sums that count
 * rows twice: by themselves and in a subtotal of them.
 */
export function lintRanges(context: LintContext): readonly Problem[] {
  return context.formulas.flatMap((formula) => {
    const problem = countedTwice(formula, context) ?? shortSum(formula, context);
    return problem ? [problem] : [];
  });
}

function countedTwice({ at, expr, cells }: PlacedFormula, context: LintContext): Problem | undefined {
  const [cell] = cells;
  if (!cell) return undefined;
  for (const sum of sumsIn(expr)) {
    const rows = new Set(termsOf(sum, cell, context).flatMap((term) => (isInColumn(term, cell) ? [term.row] : [])));
    for (const row of rows) {
      const part = { ...cell, row };
      const formula = context.resolved(part)?.formula;
      const inner = formula === undefined ? undefined : context.parse(formula);
      if (!inner || sumsIn(inner)[0] !== inner) continue;
      const twice = termsOf(inner, part, context).find((term) => isInColumn(term, cell) && rows.has(term.row));
      if (twice) return finding("countedTwice", at, { row: nameOf(twice, context), sum: nameOf(part, context) }, sum);
    }
  }
  return undefined;
}

/** Whether a term stands in the column of a cell, in another row. */
const isInColumn = (term: LintCell, cell: LintCell): boolean =>
  term.table === cell.table && term.column === cell.column && term.row !== cell.row;

const nameOf = (cell: LintCell, context: LintContext): string => context.row(cell)?.code ?? "";

function shortSum({ at, expr, cells }: PlacedFormula, context: LintContext): Problem | undefined {
  const [cell] = cells;
  if (!cell) return undefined;
  for (const sum of sumsIn(expr)) {
    // `sum(children)` leaves out none by what it means.
    if (sum.kind === "call" && sum.args.every(({ kind }) => kind === "children" || kind === "units")) continue;
    const terms = termsOf(sum, cell, context).filter(({ table }) => table === cell.table);
    const missing = missingRow(terms, cell, context) ?? missingColumn(terms, cell, context);
    if (missing) return finding("shortRange", at, missing, sum);
  }
  return undefined;
}

function missingRow(terms: readonly LintCell[], cell: LintCell, context: LintContext): Problem["params"] | undefined {
  const rows = terms.filter(({ row, column }) => row !== cell.row && column === cell.column).map(({ row }) => row);
  const layouts = context.tables[cell.table]?.rows ?? [];
  const name = (row: number): string => layouts[row]?.code ?? "";
  return rows.length < 2 ? undefined : missingOf(rows, addedRows(cell, context), 2, name);
}

/** The rows that a sum in this row would add: those under it; else its siblings above (or below, for a total on top). */
function addedRows(cell: LintCell, context: LintContext): readonly number[] {
  const rows = context.tables[cell.table]?.rows ?? [];
  const here = rows[cell.row];
  const isAdded = (row: number): boolean => {
    const kind = rows[row]?.kind;
    return (kind === "indicator" || kind === "group") && context.resolved({ ...cell, row }) !== undefined;
  };
  if (here && here.children.length > 0) return here.children.filter(isAdded);
  const siblings = siblingsOf(rows, cell.row).filter((row) => row !== cell.row);
  const above = siblings.filter((row) => row < cell.row);
  const start = above.findLastIndex((row) => rows[row]?.kind === "subtotal" || rows[row]?.kind === "total");
  const near = above.length > 0 ? above.slice(start + 1) : siblings;
  return near.filter(isAdded);
}

function missingColumn(terms: readonly LintCell[], cell: LintCell, context: LintContext): Problem["params"] | undefined {
  const columns = terms.filter(({ row, column }) => row === cell.row && column !== cell.column).map(({ column }) => column);
  const [first] = columns;
  const table = context.tables[cell.table];
  if (first === undefined || table?.kind !== "table") return undefined;
  // Without a head over them, two columns side by side say little of a third.
  const group = table.head.findLast((head) => head.first <= first && head.last >= first && head.last > head.first);
  const unit = context.resolved({ ...cell, column: first })?.unit;
  const added = [...table.columns.keys()].filter((column) => {
    if (column === cell.column || (group && (column < group.first || column > group.last))) return false;
    const one = { ...cell, column };
    const resolved = context.resolved(one);
    const isTerm = columns.includes(column);
    return (
      resolved !== undefined &&
      isNumeric(resolved.type) &&
      !context.isRatio(one) &&
      (isTerm || (resolved.unit === unit && table.columns[column]?.own.formula === undefined))
    );
  });
  return missingOf(columns, added, group ? 2 : 3, (column) => table.columns[column]?.code ?? "");
}

/** The one that a run of neighbours leaves out before its first or behind its last; undefined where it leaves out none or more. */
function missingOf(
  taken: readonly number[],
  all: readonly number[],
  least: number,
  name: (index: number) => string,
): Problem["params"] | undefined {
  const set = new Set(taken);
  if (set.size < least || all.length !== set.size + 1 || [...set].some((index) => !all.includes(index))) return undefined;
  const [first = -1] = all;
  const last = all.at(-1) ?? -1;
  const missing = !set.has(last) ? last : !set.has(first) ? first : undefined;
  return missing === undefined ? undefined : { missing: name(missing), first: name(first), last: name(last) };
}

import type { NamePath } from "@/lib/formula/expr";
import type { ColumnLayout } from "./layout";

/** Tells whether a formula gives a ratio; `isRatioName` tells of the names that it reads. */
export type TellRatio = (formula: string, isRatioName: (name: NamePath) => boolean) => boolean;

const known = new WeakMap<readonly ColumnLayout[], ReadonlySet<string>>();

/**
 * The columns of a table whose figures are recomputed in a total row and never added, by id: those of percentages, and
 * those whose formula gives a ratio or is computed from such columns (a yield, and the difference of two yields).
 */
export function ratioColumns(columns: readonly ColumnLayout[], isRatio: TellRatio): ReadonlySet<string> {
  const found = known.get(columns);
  if (found !== undefined) return found;
  const ratios = new Set(columns.filter(({ own }) => own.type === "percent").map(({ id }) => id));
  const isRatioName = (name: NamePath): boolean => namesRatio(name, ratios);
  // Columns may read columns to their right: looked at again until none is added. A cycle adds none, and compiling tells it.
  for (let before = -1; before < ratios.size; ) {
    before = ratios.size;
    for (const { id, own } of columns) {
      if (own.formula !== undefined && !ratios.has(id) && isRatio(own.formula, isRatioName)) ratios.add(id);
    }
  }
  known.set(columns, ratios);
  return ratios;
}

/** Whether a name reads one of these columns of its own table: `c5`, `r01.c5`. */
export const namesRatio = ({ path }: NamePath, ratios: ReadonlySet<string>): boolean =>
  path.length <= 2 && ratios.has(path[path.length - 1] ?? "");

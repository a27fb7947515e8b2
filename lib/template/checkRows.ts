import type { Problem } from "@/lib/problem";
import { errorAt, warningAt } from "./problemAt";
import type { TableIndex } from "./tableIndex";
import { repeatOf } from "./walk";

/** Levels of rows under each other. */
export const mostRowLevels = 8;
/** Cells that one table may have before repetition. */
export const mostCells = 1_000_000;

/** The shape of the row tree: depth, repetition, headings and labels that have rows under them. */
export function checkRows(index: TableIndex): readonly Problem[] {
  const { table } = index;
  const problems: Problem[] = [];
  const repeatedGroup = index.groups.find(({ group }) => group.repeat)?.group;
  for (const { row, depth, parents } of index.rows.values()) {
    const at = `${table.id}.${row.id}`;
    if (depth + 1 > mostRowLevels) problems.push(errorAt(at, "template.rowsTooDeep", { limit: mostRowLevels }));
    const repeat = repeatOf(row);
    if (repeat) {
      const over = parents.find(repeatOf) ?? repeatedGroup;
      if (over) problems.push(errorAt(at, "template.repeatNested", { over: over.id }));
      if (repeat.by === "entries" && repeat.min !== undefined && repeat.max !== undefined && repeat.min > repeat.max) {
        problems.push(errorAt(at, "template.minAboveMax", { min: repeat.min, max: repeat.max }));
      }
    }
    const hasRows = (row.rows?.length ?? 0) > 0;
    if (row.kind === "label" && !hasRows) problems.push(warningAt(at, "template.labelWithoutRows"));
    if (row.kind === "group" && row.formula === undefined && !hasRows && !repeat) problems.push(warningAt(at, "template.groupWithoutRows"));
  }
  if (index.rows.size * index.leaves.size > mostCells) problems.push(errorAt(table.id, "template.tooManyCells", { limit: mostCells }));
  return problems;
}

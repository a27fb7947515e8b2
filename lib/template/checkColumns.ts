import type { Problem } from "@/lib/problem";
import { repeated } from "./checkValues";
import { errorAt, warningAt } from "./problemAt";
import type { TableIndex } from "./tableIndex";

/** Levels of heads over each other, the column itself included. */
export const mostColumnLevels = 6;

/** The shape of the column tree: a label column, a value column, depth, repetition, the numbering row. */
export function checkColumns(index: TableIndex): readonly Problem[] {
  const { table, leaves, groups } = index;
  const problems: Problem[] = [];
  const columns = [...leaves.values()];
  if (!columns.some(({ column }) => column.kind === "label")) problems.push(errorAt(table.id, "template.noLabelColumn"));
  if (!columns.some(({ column }) => column.kind === "value")) problems.push(errorAt(table.id, "template.noValueColumn"));
  for (const { column, groups: over, repeatedBy } of columns) {
    const at = `${table.id}.${column.id}`;
    if (over.length + 1 > mostColumnLevels) problems.push(errorAt(at, "template.columnsTooDeep", { limit: mostColumnLevels }));
    if (repeatedBy && column.kind !== "value") problems.push(errorAt(at, "template.fixedColumnRepeated", { group: repeatedBy.id }));
  }
  for (const { group, parents } of groups) {
    const over = group.repeat ? parents.find((parent) => parent.repeat) : undefined;
    if (over) problems.push(errorAt(`${table.id}.${group.id}`, "template.repeatNested", { over: over.id }));
  }
  if (table.numberingRow) {
    for (const number of repeated(columns.flatMap(({ column }) => column.number ?? []))) {
      problems.push(warningAt(table.id, "template.duplicateNumber", { number }));
    }
  }
  return problems;
}

import type { Problem } from "@/lib/problem";
import { errorAt, warningAt } from "./problemAt";
import { checkReference, type References } from "./references";
import { type TableIndex, valueColumnOf } from "./tableIndex";
import type { Aggregation } from "./template.types";

/** A weighted mean names what weighs it, and only it does. `index` is the table that the part stands in, if any. */
export function checkAggregate(
  aggregate: Aggregation | undefined,
  at: string,
  references: References,
  index?: TableIndex,
): readonly Problem[] {
  if (aggregate === undefined) return [];
  const { rule, weight } = aggregate;
  if (rule !== "weightedMean") return weight === undefined ? [] : [warningAt(at, "template.weightUnused", { rule })];
  if (weight === undefined) return [errorAt(at, "template.weightMissing")];
  const isNear = index !== undefined && (valueColumnOf(index, weight) !== undefined || isFigureRow(index, weight));
  if (isNear) return [];
  // A cell of a repeated row may weigh its own row, so a path into a repetition is no fault here.
  const problem = checkReference(weight, at, references);
  return problem === undefined || problem.code === "template.repeatedReference" ? [] : [errorAt(at, "template.unknownWeight", { weight })];
}

function isFigureRow(index: TableIndex, id: string): boolean {
  const kind = index.rows.get(id)?.row.kind;
  return kind !== undefined && kind !== "label";
}

import { type CellShape, type Compiled, type CompiledTable, shapeAt } from "./compiled";
import { expandRuns } from "./plan";
import { FREE, runLengths } from "./scale";
import { settle } from "./settle";

const made = new WeakMap<Compiled, Compiled>();

/** Inputs that a parent averages: a mean has more decimals than the figures that it is made of. */
const isAveraged = (shape: CellShape | undefined): boolean =>
  shape !== undefined && shape.formula < 0 && (shape.aggregate.rule === "mean" || shape.aggregate.rule === "weightedMean");

/**
 * A compiled form for a parent's figures: what a parent averages has no fixed decimals, nor has what is computed from
 * it, so that nothing is added in whole units that is none. Made once for each form; the form itself where it averages
 * nothing.
 */
export function withFreeMeans(compiled: Compiled): Compiled {
  if (!compiled.shapes.some(isAveraged)) return compiled;
  let free = made.get(compiled);
  if (free === undefined) {
    const settled = settle({ ...compiled, tables: compiled.tables.map((table) => ({ ...table, scales: scalesOf(compiled, table) })) });
    if (!settled.ok) throw new Error("A compiled form has no cycles");
    free = settled.value.compiled;
    made.set(compiled, free);
  }
  return free;
}

function scalesOf(compiled: Compiled, table: CompiledTable): readonly number[] {
  const height = table.rows.length;
  const scales = expandRuns(table.scales, height * table.columns.length);
  for (const column of table.columns.keys()) {
    for (const row of table.rows.keys()) if (isAveraged(shapeAt(compiled, table, row, column))) scales[column * height + row] = FREE;
  }
  return runLengths(scales);
}

import { CHUNK, chunkOf, isNumeric } from "@/lib/form";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import type { Aggregation } from "@/lib/template";

/** Where the stored number of a base cell stands, and what it must be divided by. */
export interface StoredCell {
  readonly cell: CellIndex;
  readonly chunk: number;
  /** 0 to 99. */
  readonly position: number;
  /** A power of ten for cells of fixed decimals, 1 for free doubles. */
  readonly scale: number;
}

/** A base cell that a parent takes from its subordinates' reports. */
export interface PlannedCell extends StoredCell {
  readonly address: CellAddress;
  readonly rule: Aggregation["rule"];
  /** For `weightedMean`. */
  readonly weight: StoredCell | undefined;
}

/** How every input figure of an opened form is aggregated; the computed ones are recomputed from these. */
export interface AggregatePlan {
  readonly cells: readonly PlannedCell[];
}

/** Where a cell stands in the chunks of a report; undefined for one that stands beside them. */
export const storedCell = (form: Form, cell: CellIndex): StoredCell | undefined => {
  const chunk = chunkOf(form, cell);
  return chunk === undefined ? undefined : { cell, chunk, position: cell - chunk * CHUNK, scale: 10 ** (form.info(cell).scale ?? 0) };
};

/** Finds the weighing cell: a column of this row, a row of this column, or a path. */
const weighingCell = (form: Form, address: CellAddress, weight: string): CellIndex | undefined => {
  const [table, row, column] = address.split(".");
  const readings = weight.includes(".") ? [weight] : [`${table}.${row}.${weight}`, `${table}.${weight}.${column}`];
  for (const reading of readings) {
    const cell = form.index(reading as CellAddress);
    if (cell !== undefined) return cell;
  }
  return undefined;
};

/**
 * Decides for each cell in chunks that a reporter enters by which rule it is aggregated. Locked cells, cells that do
 * not exist in the period and texts are left out. A weighted mean whose weight is not a stored figure has no result,
 * as rule `none`: publishing refuses such a template.
 */
export const aggregatePlan = (form: Form): AggregatePlan => {
  const cells: PlannedCell[] = [];
  for (let i = 0; i < form.cellCount; i++) {
    const info = form.info(i as CellIndex);
    if (info.role !== "input" || !isNumeric(info.type)) continue;
    const place = storedCell(form, i as CellIndex);
    if (place === undefined) continue;
    const { rule, weight } = info.aggregate;
    const weighing = rule === "weightedMean" && weight !== undefined ? weighingCell(form, info.address, weight) : undefined;
    const weightPlace = weighing === undefined ? undefined : storedCell(form, weighing);
    cells.push({
      ...place,
      address: info.address,
      rule: rule === "weightedMean" && weightPlace === undefined ? "none" : rule,
      weight: weightPlace,
    });
  }
  return { cells };
};

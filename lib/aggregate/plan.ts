import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { CellInfo, Form } from "@/lib/form/types";
import type { Aggregation } from "@/lib/template";

/** Cells of a row of `report_chunks`. */
export const chunkSize = 100;

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

/** What the plan asks of the compiled form. */
export interface BaseCells {
  /** The first so many cells of the form stand in chunks. */
  readonly count: number;
  /** Decimals that a base cell is stored with; undefined where it stands as a free double or holds no figure. */
  decimals(cell: CellIndex): number | undefined;
}

const isFigure = ({ type }: CellInfo): boolean => type === "number" || type === "integer" || type === "percent";

const stored = (cell: CellIndex, base: BaseCells): StoredCell => ({
  cell,
  chunk: Math.floor(cell / chunkSize),
  position: cell % chunkSize,
  scale: 10 ** (base.decimals(cell) ?? 0),
});

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
 * Decides for each base cell that a reporter enters by which rule it is aggregated. Locked cells, cells that do not
 * exist in the period and texts are left out. A weighted mean whose weight is not a stored figure has no result, as
 * rule `none`: publishing refuses such a template.
 */
export const aggregatePlan = (form: Form, base: BaseCells): AggregatePlan => {
  const cells: PlannedCell[] = [];
  for (let i = 0; i < base.count; i++) {
    const cell = i as CellIndex;
    const info = form.info(cell);
    if (info.role !== "input" || !isFigure(info)) continue;
    const { rule, weight } = info.aggregate;
    const weighing = rule === "weightedMean" && weight !== undefined ? weighingCell(form, info.address, weight) : undefined;
    const known = rule !== "weightedMean" || (weighing !== undefined && weighing < base.count);
    cells.push({
      ...stored(cell, base),
      address: info.address,
      rule: known ? rule : "none",
      weight: known && weighing !== undefined ? stored(weighing, base) : undefined,
    });
  }
  return { cells };
};

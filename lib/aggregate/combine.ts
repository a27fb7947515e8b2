import type { AggregatePlan, PlannedCell } from "./plan";

/** What the reports hold at one stored position. */
export interface Statistics {
  /** Reports that give a number here. */
  readonly present: number;
  /** Sum of the stored numbers: integers of the last decimal. */
  readonly sum: number;
  /** For the cells whose rule asks for it, stored numbers; null where no report gives one. */
  readonly least: number | null;
  readonly greatest: number | null;
  readonly last: number | null;
  /** Σ value × weight and Σ weight over the reports that give both, stored numbers. */
  readonly weighted: { readonly products: number; readonly weights: number } | null;
}

/** One aggregated input: NaN where no report gives a figure. */
export interface CombinedCell {
  readonly planned: PlannedCell;
  readonly value: number;
  readonly present: number;
}

const blank = Number.NaN;
const unscaled = (stored: number | null, scale: number): number => (stored === null ? blank : stored / scale);

const weightedMean = (planned: PlannedCell, { weighted }: Statistics): number => {
  if (weighted === null || planned.weight === undefined || weighted.weights === 0) return blank;
  // The weights' scale stands above and below the fraction and falls out.
  return weighted.products / weighted.weights / planned.scale;
};

/** The value of one cell over its reports. Blank where nobody gives one: a blank commune is no zero. */
const combined = (planned: PlannedCell, of: Statistics): number => {
  if (of.present === 0) return blank;
  switch (planned.rule) {
    case "sum":
      return of.sum / planned.scale;
    case "mean":
      return of.sum / (of.present * planned.scale);
    case "weightedMean":
      return weightedMean(planned, of);
    case "min":
      return unscaled(of.least, planned.scale);
    case "max":
      return unscaled(of.greatest, planned.scale);
    case "last":
      return unscaled(of.last, planned.scale);
    case "count":
      return of.present;
    case "none":
    case "list":
      return blank;
  }
};

/** Aggregates every input by its rule. A sum of scaled integers is exact, and dividing it once rounds it once. */
export const combine = (plan: AggregatePlan, statistics: (planned: PlannedCell) => Statistics): readonly CombinedCell[] =>
  plan.cells.map((planned) => {
    const of = statistics(planned);
    return { planned, value: combined(planned, of), present: of.present };
  });

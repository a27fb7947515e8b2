import type { Aggregation } from "./template.types";

/** The rules by which a parent computes a figure from its subordinates' reports, in the order in which they are offered. */
export const aggregationRules = [
  "sum",
  "mean",
  "weightedMean",
  "min",
  "max",
  "count",
  "last",
  "none",
  "list",
] as const satisfies readonly Aggregation["rule"][];

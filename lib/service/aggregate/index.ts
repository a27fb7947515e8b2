export { aggregateReport } from "./aggregateReport";
export { type ContributionQuery, contributions } from "./contributions";
export type { AggregateQuery } from "./scope";

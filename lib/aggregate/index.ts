export { type CombinedCell, combine, type Statistics } from "./combine";
export { gather, hasGathered, type UnitContent } from "./gather";
export { reportingUnits } from "./leaves";
export { type AggregatePlan, aggregatePlan, type PlannedCell, type StoredCell, storedCell } from "./plan";

export { type CombinedCell, combine, type Statistics } from "./combine";
export { type EntryOrigin, type Gathered, gather, hasGathered, originOf, type UnitContent } from "./gather";
export { reportingUnits } from "./leaves";
export { type AggregatePlan, aggregatePlan, type PlannedCell, type StoredCell, storedCell } from "./plan";

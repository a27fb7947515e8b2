// The door of differences: how one version of a template became another, and in words.
export { type DifferenceWords, describeDifference, type ShowFormula } from "./describeDifference";
export type { Difference } from "./difference";
export { differences } from "./differences";
export { addMeanings, type Meanings, otherMeanings } from "./otherMeanings";

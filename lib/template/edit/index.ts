// The door of editing: pure, for the designer's screen and for the server that keeps drafts.
export { applyPatch } from "./applyPatch";
export { type BlankWords, blankBlock, blankCheck, blankColumn, blankField, blankRow } from "./blankPart";
export type { Command, Part, StepLabel, Value } from "./command";
export { freshId } from "./freshId";
export { invert } from "./invert";
export { partAt, siblingsAt, spotOf } from "./lookUp";
export { numberRows, type RowNumbering } from "./numberRows";
export type { Change, Patch, Spot } from "./patch";
export type { Place, Siblings } from "./place";
export { canPlace, mostLevels, nameOf, type Placed } from "./placement";
export { putText } from "./putText";
export { type Done, run } from "./run";
export { inSchemaOrder } from "./schemaOrder";
export { placeName } from "./stepLabel";

// The door of editing: pure, for the designer's screen and for the server that keeps drafts.
export type { Command, Part, StepLabel, Value } from "./command";
export type { Change, Patch, Spot } from "./patch";
export type { Place, Siblings } from "./place";

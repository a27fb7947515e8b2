// The door of what is done with parts as wholes.
export { PartMenuItems } from "./PartMenuItems";
export { type PartActions, usePartActions } from "./usePartActions";

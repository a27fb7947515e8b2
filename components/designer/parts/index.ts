// The door of what is done with parts as wholes.
export { clipboardText, partsType, readClipboard, writeClipboard } from "./clipboardText";
export { PartMenuItems } from "./PartMenuItems";
export { useClipboard } from "./useClipboard";
export { type PartActions, usePartActions } from "./usePartActions";

// The door of the designer's store.
export { createDesignerStore, type DesignerStoreOptions } from "./createDesignerStore";
export { DesignerProvider, useAnnounce, useDesigner, useDesignerStore, useRun } from "./DesignerProvider";
export { noSelection, selectionOf } from "./selectionOf";
export type { DesignerSnapshot, DesignerStore, RunOptions, SaveState, Selection } from "./types";

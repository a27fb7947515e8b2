// The door of the designer's store.
export type { Conflict } from "./conflicts";
export { createDesignerStore, type DesignerStoreOptions } from "./createDesignerStore";
export { DesignerProvider, useAnnounce, useDesigner, useDesignerStore, useRun } from "./DesignerProvider";
export { draftApi } from "./draftApi";
export { browserKeep } from "./draftKeep";
export { FollowLater } from "./FollowLater";
export { newUuid } from "./newUuid";
export { openWindows } from "./openWindows";
export { noSelection, selectionOf } from "./selectionOf";
export type { DesignerSnapshot, DesignerStore, Notice, OthersStep, RunOptions, SaveState, Selection } from "./types";

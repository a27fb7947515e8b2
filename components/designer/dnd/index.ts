// The door of drag and drop: nothing outside of this room knows the library that carries it.

export { childrenOf } from "./childrenOf";
export { type Box, indexByMiddles, type Point } from "./chooseZone";
export { DndRoom } from "./DndRoom";
export { describeTarget } from "./describeTarget";
export { useMoveMenu } from "./dndScope";
export type { ZoneHit } from "./dragSession";
export type { NestedTarget } from "./dropTargets";
export { type ListKind, listKindOf } from "./listKind";
export { blockOrdinal, blockTitle, type NameContext, type PageWords, partName, partsName } from "./partName";
export type { Drop } from "./placeCommand";
export { placeKey, sameSiblings } from "./sameSiblings";
export type { Dragged, DropTarget } from "./types";
export { type DragHandle, type DragSource, useDragSource } from "./useDragSource";
export { type DropZoneState, type ListZone, type TreeZone, useDropZone } from "./useDropZone";
export { useMoveTo } from "./useMoveTo";
export { useNames } from "./useNames";
export { type PickedUp, useDragged, usePickedUp } from "./usePickedUp";

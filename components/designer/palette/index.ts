// The door of the palette.
export { type BlockKind, blockIcons, paletteGroups } from "./blockKinds";
export { Palette } from "./Palette";
export { useInsertBlock } from "./useInsertBlock";

export { foldVietnamese } from "./fold";
export { predecessorsOf, successorsOf } from "./succession";
export { type UnitTree, unitTree } from "./tree";
export { type Unit, type UnitLevel, type UnitParent, type UnitSuccession, unitLevels } from "./unit";

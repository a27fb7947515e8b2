// The door for every room, the browser's included. Reading documents of the outside, which needs ajv, is `@/lib/template/parse`.
export { aggregationRules } from "./aggregationRules";
export { checkTemplate } from "./checkTemplate";
export { letterOf, romanOf } from "./countText";
export { type IndicatorUse, indicatorUsesOf } from "./indicatorUses";
export { namePlaceIn } from "./namePlace";
export { type Json, normalise } from "./normalise";
export { reservedNames } from "./reservedNames";
export type * from "./template.types";
export { fillText, readText, type TextLocale, type TextParams, type TextPiece, textIn } from "./text";
export {
  type FlatRow,
  fieldsOf,
  flatRows,
  hasFigures,
  type LeafColumn,
  leafColumns,
  listsOf,
  repeatOf,
  tablesOf,
} from "./walk";

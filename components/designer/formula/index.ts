// The door of formulas in the designer.
export { FormulaBar } from "./FormulaBar";
export { FormulaField } from "./FormulaField";
export type { FormulaReference } from "./formulaReferences";
export { Mends } from "./Mends";
export { useFormulaReferences } from "./useFormulaReferences";
export { type Pointing, usePointing } from "./usePointing";

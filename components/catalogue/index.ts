export { hasWords } from "./foldedWords";
export { CreateIndicator, type IndicatorChoices, IndicatorTable } from "./IndicatorTable";
export { CreateMeasureUnit, MeasureUnits } from "./MeasureUnits";
export { CreateSector, Sectors } from "./Sectors";
export { UnitOfMeasureInput } from "./UnitOfMeasureInput";
export { useCached } from "./useCached";
export { wordsIn } from "./wordsIn";

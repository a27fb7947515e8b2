export { CreateIndicator, type IndicatorChoices, IndicatorTable } from "./IndicatorTable";
export { UnitOfMeasureInput } from "./UnitOfMeasureInput";
export { wordsIn } from "./wordsIn";

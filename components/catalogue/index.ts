export { UnitOfMeasureInput } from "./UnitOfMeasureInput";

export { IndicatorPalette } from "./IndicatorPalette";
export { IndicatorProperty } from "./IndicatorProperty";

import { words } from "@/app/api/v1/catalogueSchemas";
import { boolean, id, integer, object, type Schema, schemaOf, text } from "@/lib/http";
import type { MeasureUnitItem } from "@/lib/service/catalogueTypes";

/** What is sent of a unit of measure. */
export const measureUnitContent = {
  symbol: text({ min: 1, max: 60, pattern: "\\S", description: "As it is printed, and as templates hold it: tỷ đồng, ha, %" }),
  name: words(200),
  dimension: text({
    min: 1,
    max: 60,
    pattern: "\\S",
    description: "money, area, mass …: units of one dimension can be turned into each other",
  }),
  factor: schemaOf<number>({
    type: "number",
    exclusiveMinimum: 0,
    maximum: 1e18,
    description: "How many of the dimension's base unit it is: 1000000 for triệu đồng",
  }),
};

export const measureUnitItem: Schema<MeasureUnitItem> = object({
  id: id(),
  ...measureUnitContent,
  revision: integer({ min: 0, description: "To send with a change" }),
  retired: boolean(),
});

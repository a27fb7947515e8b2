import { decimals, indicatorCode, indicatorRule, indicatorType, sectorOf, words } from "@/app/api/v1/catalogueSchemas";
import { unitRef } from "@/app/api/v1/reports/reportSchemas";
import { boolean, id, integer, nullable, object, type Schema, text } from "@/lib/http";
import type { IndicatorItem } from "@/lib/service/catalogueTypes";

export const indicatorParams = object({ id: id("Indicator") });

/** What is sent of an indicator. */
export const indicatorContent = {
  code: indicatorCode,
  name: words(500),
  definition: words(5000, { min: 0 }),
  method: words(5000, { min: 0 }),
  measureUnitId: nullable(id("Unit of measure")),
  type: indicatorType,
  decimals,
  rule: indicatorRule,
  sectorCode: sectorOf,
};

export const indicatorItem: Schema<IndicatorItem> = object({
  id: id(),
  code: text(),
  name: words(500),
  definition: words(5000, { min: 0 }),
  method: words(5000, { min: 0 }),
  measureUnit: nullable(object({ id: id(), symbol: text() })),
  type: indicatorType,
  decimals,
  rule: indicatorRule,
  sector: nullable(object({ code: text(), name: words(200) })),
  owner: unitRef,
  revision: integer({ min: 0, description: "To send with a change" }),
  retired: boolean(),
  mayChange: boolean("Whether the account that asks may change it"),
});

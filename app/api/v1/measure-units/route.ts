import { boolean, defineRoute, json, list, object, optional } from "@/lib/http";
import { createMeasureUnit, listMeasureUnits } from "@/lib/service/measureUnits";
import { measureUnitContent, measureUnitItem } from "./measureUnitSchemas";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/measure-units",
    tag: "catalogues",
    summary: "Units of measure by dimension, small before large",
    query: object({ retired: optional(boolean("Also those that are no longer offered")) }),
    answer: json(list(measureUnitItem, { max: 10_000 })),
  },
  (context, { query }) => listMeasureUnits(context, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/measure-units",
    tag: "catalogues",
    summary: "Make a unit of measure (administrators of the city)",
    body: object(measureUnitContent),
    answer: json(measureUnitItem, 201),
    refusals: ["forbidden", "conflict", "invalid"],
  },
  (context, { body }) => createMeasureUnit(context, body),
);

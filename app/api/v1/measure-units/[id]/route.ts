import { measureUnitContent, measureUnitItem } from "@/app/api/v1/measure-units/measureUnitSchemas";
import { boolean, defineRoute, id, integer, json, object, optional } from "@/lib/http";
import { changeMeasureUnit } from "@/lib/service/measureUnits";

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/measure-units/{id}",
    tag: "catalogues",
    summary: "Change a unit of measure, retire it or bring it back (administrators of the city)",
    description: "409 where somebody changed it since the revision sent. Templates keep the symbol that they were written with.",
    params: object({ id: id("Unit of measure") }),
    body: object({
      revision: integer({ min: 0, description: "That the change started from" }),
      symbol: optional(measureUnitContent.symbol),
      name: optional(measureUnitContent.name),
      dimension: optional(measureUnitContent.dimension),
      factor: optional(measureUnitContent.factor),
      retired: optional(boolean("Kept where it is used already, no longer offered")),
    }),
    answer: json(measureUnitItem),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => changeMeasureUnit(context, { ...body, ...params }),
);

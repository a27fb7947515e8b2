import { indicatorContent, indicatorItem, indicatorParams } from "@/app/api/v1/indicators/indicatorSchemas";
import { boolean, defineRoute, integer, json, object, optional } from "@/lib/http";
import { readIndicator } from "@/lib/service/indicatorList";
import { changeIndicator } from "@/lib/service/indicators";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/indicators/{id}",
    tag: "catalogues",
    summary: "One indicator",
    params: indicatorParams,
    answer: json(indicatorItem),
    refusals: ["notFound"],
  },
  (context, { params }) => readIndicator(context, params.id),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/indicators/{id}",
    tag: "catalogues",
    summary: "Change an indicator, retire it or bring it back",
    description: "409 where somebody changed it since the revision sent. The code of an indicator in use never changes.",
    params: indicatorParams,
    body: object({
      revision: integer({ min: 0, description: "That the change started from" }),
      code: optional(indicatorContent.code),
      name: optional(indicatorContent.name),
      definition: optional(indicatorContent.definition),
      method: optional(indicatorContent.method),
      measureUnitId: optional(indicatorContent.measureUnitId),
      type: optional(indicatorContent.type),
      decimals: optional(indicatorContent.decimals),
      rule: optional(indicatorContent.rule),
      sectorCode: optional(indicatorContent.sectorCode),
      retired: optional(boolean("Kept where it is used already, no longer offered")),
    }),
    answer: json(indicatorItem),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => changeIndicator(context, { ...body, ...params }),
);

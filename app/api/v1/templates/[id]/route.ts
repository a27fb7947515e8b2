import { sectorCode, templateDetail, templateItem, templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json, nullable, object } from "@/lib/http";
import { changeTemplate, getTemplate } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}",
    tag: "templates",
    summary: "A template in its published version",
    params: templateParams,
    answer: json(templateDetail),
    refusals: ["notFound"],
  },
  (context, { params }) => getTemplate(context, params.id),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/templates/{id}",
    tag: "templates",
    summary: "Sort a template under a field of administration",
    params: templateParams,
    body: object({ sectorCode: nullable(sectorCode) }),
    answer: json(templateItem),
    refusals: ["notFound", "forbidden", "invalid"],
  },
  (context, { params, body }) => changeTemplate(context, params.id, body),
);

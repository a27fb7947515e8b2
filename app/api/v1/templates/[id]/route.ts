import { templateDetail, templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json } from "@/lib/http";
import { getTemplate } from "@/lib/service/templates";

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

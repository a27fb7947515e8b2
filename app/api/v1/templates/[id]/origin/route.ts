import { documentQuery } from "@/app/api/v1/documentQuery";
import { originDifferencesAnswer } from "@/app/api/v1/templates/differenceSchemas";
import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json } from "@/lib/http";
import { originDifferences } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/origin",
    tag: "templates",
    summary: "What the template that a fork was made of changed since, in words",
    params: templateParams,
    query: documentQuery,
    costly: true,
    answer: json(originDifferencesAnswer),
    refusals: ["notFound"],
  },
  (context, { params, query }) => originDifferences(context, params.id, query),
);

import { defineRoute, id, json, list, object, optional, text } from "@/lib/http";
import { createRegime, listRegimes } from "@/lib/service/regimes";
import { cutoffRule, deadlineRule, frequency, regimeCode, regimeItem } from "./regimeSchemas";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/regimes",
    tag: "assignments",
    summary: "Reporting regimes of a template whose progress the account may see",
    query: object({ templateId: id("Template") }),
    answer: json(list(regimeItem, { max: 10_000 })),
    refusals: ["notFound"],
  },
  (context, { query }) => listRegimes(context, query.templateId),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/regimes",
    tag: "assignments",
    summary: "Make the standing duty of a published template, led by a unit at which the account aggregates",
    body: object({
      code: regimeCode,
      name: text({ min: 1, max: 500 }),
      templateId: id("Template"),
      frequency,
      leadUnitId: id("Đơn vị chủ trì"),
      legalBasis: text({ max: 2000 }),
      cutoff: optional(cutoffRule),
      deadline: optional(deadlineRule),
    }),
    answer: json(regimeItem, 201),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { body }) => createRegime(context, body),
);

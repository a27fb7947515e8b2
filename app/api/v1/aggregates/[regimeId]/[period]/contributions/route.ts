import { aggregateParams, contributionQuery, contributionsSchema } from "@/app/api/v1/aggregates/aggregateSchemas";
import { defineRoute, json } from "@/lib/http";
import { contributions } from "@/lib/service/aggregate";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/aggregates/{regimeId}/{period}/contributions",
    tag: "aggregates",
    summary: "One figure of an aggregate, opened into the cells of the reporting units",
    params: aggregateParams,
    query: contributionQuery,
    answer: json(contributionsSchema),
    refusals: ["forbidden", "notFound", "invalid"],
  },
  (context, { params, query }) => contributions(context, { ...params, ...query }),
);

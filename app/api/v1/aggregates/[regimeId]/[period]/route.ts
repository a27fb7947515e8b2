import { aggregateParams, aggregateQuery, aggregateSchema } from "@/app/api/v1/aggregates/aggregateSchemas";
import { defineRoute, json } from "@/lib/http";
import { aggregateReport } from "@/lib/service/aggregate";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/aggregates/{regimeId}/{period}",
    tag: "aggregates",
    summary: "The figures of a parent over the reports received of its subordinates, with their coverage",
    description:
      "Reports that were sent or accepted count. Inputs are aggregated by their rules, computed cells are recomputed from the aggregated inputs. Units are those under the parent at the end of the cut-off.",
    params: aggregateParams,
    query: aggregateQuery,
    answer: json(aggregateSchema),
    refusals: ["forbidden", "notFound", "invalid"],
  },
  (context, { params, query }) => aggregateReport(context, { ...params, ...query }),
);

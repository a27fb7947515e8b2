import { historySchema, reportParams } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, integer, json, object, optional, text } from "@/lib/http";
import { reportHistory } from "@/lib/service/reports";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports/{id}/history",
    tag: "reports",
    summary: "Every act on a report and every change of its values, the latest change first",
    params: reportParams,
    query: object({
      at: optional(text({ min: 1, max: 200, description: "One address alone: t1.r01.c3, n.n1, e.l1" })),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
      pageSize: optional(integer({ min: 1, max: 500, default: 100 })),
    }),
    answer: json(historySchema),
    refusals: ["notFound"],
  },
  (context, { params, query }) => reportHistory(context, params.id, query),
);

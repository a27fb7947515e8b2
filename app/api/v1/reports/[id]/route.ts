import { reportDetail, reportParams } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, json } from "@/lib/http";
import { openReport } from "@/lib/service/reports";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports/{id}",
    tag: "reports",
    summary: "A report with its values, its template and what may be done with it",
    description: "Does not count as reading: the receiver of a report notes that by POST /api/v1/reports/{id}/reading.",
    params: reportParams,
    answer: json(reportDetail),
    refusals: ["notFound"],
  },
  (context, { params }) => openReport(context, params.id),
);

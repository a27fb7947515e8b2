import { reportDetail, reportParams } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, json } from "@/lib/http";
import { openReport } from "@/lib/service/reports";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports/{id}",
    tag: "reports",
    summary: "A report with its values, its template and what may be done with it",
    description: "When the lead agency opens a report that was sent to it, that is noted, and the report cannot be recalled any more.",
    params: reportParams,
    answer: json(reportDetail),
    refusals: ["notFound"],
  },
  (context, { params }) => openReport(context, params.id),
);

import { reportDetail, reportParams } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, json } from "@/lib/http";
import { openReport } from "@/lib/service/reports";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/reports/{id}/reading",
    tag: "reports",
    summary: "Opens a report as its receiver: notes that the lead agency has read it",
    description:
      "Answers as GET /api/v1/reports/{id}. When the account is of the lead agency and the report was sent to it, that is noted, and the report cannot be recalled any more.",
    params: reportParams,
    answer: json(reportDetail),
    refusals: ["notFound"],
  },
  (context, { params }) => openReport(context, params.id, { reading: "noted" }),
);

import { reportParams, transitionInput, transitionOutput } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, json } from "@/lib/http";
import { transitionReport } from "@/lib/service/reports";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/reports/{id}/transitions",
    tag: "reports",
    summary: "Submit, approve, sign, send, accept, return … a report",
    params: reportParams,
    body: transitionInput,
    answer: json(transitionOutput),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => transitionReport(context, params.id, body),
);

import { reportParams, saveInput, saveOutput } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, json } from "@/lib/http";
import { mayWrite, saveReport } from "@/lib/service/reports";

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/reports/{id}/values",
    tag: "reports",
    summary: "Save changed cells, sections and entries, all of them or none",
    description:
      "What somebody else changed since `revision` is kept and comes back in `conflicts`; the rest is saved. The server computes anew: `changed` holds every cell whose value differs from what the client has. Repeating a save changes nothing.",
    params: reportParams,
    body: saveInput,
    maxBytes: 4 * 1024 * 1024,
    admit: (context, { id }) => mayWrite(context, id),
    answer: json(saveOutput),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => saveReport(context, params.id, body),
);

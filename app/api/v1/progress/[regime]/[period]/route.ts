import { progressDetail } from "@/app/api/v1/progress/progressSchemas";
import { defineRoute, json, object, text } from "@/lib/http";
import { openProgress } from "@/lib/service/progress";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/progress/{regime}/{period}",
    tag: "progress",
    summary: "Who reported in a regime and period and who did not, by the unit above",
    params: object({
      regime: text({ min: 1, max: 100, description: "Code of the regime" }),
      period: text({ min: 1, max: 20, description: "Period code" }),
    }),
    answer: json(progressDetail),
    refusals: ["notFound"],
  },
  (context, { params }) => openProgress(context, params),
);

import { progressItem } from "@/app/api/v1/progress/progressSchemas";
import { defineRoute, json, list, object, optional, text } from "@/lib/http";
import { listProgress } from "@/lib/service/progress";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/progress",
    tag: "progress",
    summary: "The regimes that one's units lead or report in, period by period: assigned, received, accepted, late",
    query: object({
      period: optional(text({ max: 20, description: "Period code" })),
      regime: optional(text({ max: 100, description: "Code of a regime" })),
    }),
    answer: json(list(progressItem)),
  },
  (context, { query }) => listProgress(context, query),
);

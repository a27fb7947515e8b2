import { defineRoute, id, integer, json, list, object, optional, text } from "@/lib/http";
import { assignReports } from "@/lib/service/assignments";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/assignments",
    tag: "assignments",
    summary: "Give units the duty of a regime for a period, each with its deadline and an empty report",
    description: "Units that have the duty already are passed over.",
    body: object({
      regime: text({ min: 1, max: 100, description: "Code of the regime" }),
      period: text({ min: 1, max: 20, description: "Period code: 2026-03, 2026-Q1" }),
      unitIds: list(id("A unit that exists at the end of the period's cut-off"), { min: 1, max: 5000 }),
      opensOn: optional(text({ format: "date", max: 10, description: "When reception opens, YYYY-MM-DD; now where absent" })),
    }),
    answer: json(object({ assigned: integer({ min: 0 }), existing: integer({ min: 0 }) }), 201),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { body }) => assignReports(context, body),
);

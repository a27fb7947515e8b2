import { reportItem } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, integer, json, list, object, oneOf, optional, text } from "@/lib/http";
import { listReports } from "@/lib/service/reports";
import { reportStates } from "@/lib/workflow";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports",
    tag: "reports",
    summary: "Reports that the account may see, those due last first",
    query: object({
      scope: optional(
        oneOf(
          ["own", "lead", "work", "readable"],
          "own: of the units one fills, approves or sends for; lead: of the regimes one aggregates; work: both (the default); readable: all that one may see",
        ),
      ),
      search: optional(text({ max: 200, description: "Words of unit or regime; marks and case do not matter" })),
      state: optional(oneOf(reportStates)),
      period: optional(text({ max: 20, description: "Period code: 2026-03, 2026-Q1" })),
      regime: optional(text({ max: 100, description: "Code of a regime" })),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
      pageSize: optional(integer({ min: 1, max: 200, default: 50 })),
    }),
    answer: json(object({ items: list(reportItem), total: integer({ min: 0 }), page: integer({ min: 1 }), pageSize: integer({ min: 1 }) })),
  },
  (context, { query: { state, ...query } }) => listReports(context, { ...query, states: state === undefined ? [] : [state] }),
);

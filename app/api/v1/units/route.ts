import { defineRoute, id, json, list, nullable, object, oneOf, optional, text } from "@/lib/http";
import { listUnits } from "@/lib/service/units";
import { unitLevels } from "@/lib/unit";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/units",
    tag: "units",
    summary: "Units of the administration as it stood on a day, each parent before its children",
    query: object({
      on: optional(text({ max: 10, description: "YYYY-MM-DD; today where absent" })),
      under: optional(id("This unit and what lies under it")),
      search: optional(text({ max: 200, description: "Words of name or code; marks and case do not matter" })),
    }),
    answer: json(
      list(object({ id: id(), code: text(), name: text(), level: oneOf(unitLevels), parentId: nullable(id()) }), { max: 100_000 }),
    ),
    refusals: ["notFound", "invalid"],
  },
  (context, { query }) => listUnits(context, query),
);

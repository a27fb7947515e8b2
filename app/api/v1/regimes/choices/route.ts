import { words } from "@/app/api/v1/catalogueSchemas";
import { frequency, regimeItem } from "@/app/api/v1/regimes/regimeSchemas";
import { defineRoute, id, json, list, nullable, object, oneOf, text } from "@/lib/http";
import { assignChoices } from "@/lib/service/regimes";
import { unitLevels } from "@/lib/unit";

const unit = { id: id(), code: text(), name: text() };

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/regimes/choices",
    tag: "assignments",
    summary: "What the reports of a published template can be assigned by: lead units, units, regimes, days off",
    query: object({ templateId: id("Template") }),
    answer: json(
      object({
        template: object({ id: id(), code: text(), title: words(10_000), frequencies: list(frequency) }),
        leads: list(object({ ...unit, unitIds: list(id(), { max: 100_000 }) })),
        units: list(object({ ...unit, level: oneOf(unitLevels), parentId: nullable(id()) }), { max: 100_000 }),
        regimes: list(regimeItem, { max: 10_000 }),
        calendar: list(object({ day: text({ format: "date" }), kind: oneOf(["holiday", "compensatory", "working"]) }), { max: 10_000 }),
        today: text({ format: "date" }),
      }),
    ),
    refusals: ["notFound", "forbidden", "conflict"],
  },
  (context, { query }) => assignChoices(context, query.templateId),
);

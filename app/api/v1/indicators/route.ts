import { sectorCode } from "@/app/api/v1/catalogueSchemas";
import { defineRoute, id, integer, json, list, object, oneOf, optional, text } from "@/lib/http";
import { listIndicators } from "@/lib/service/indicatorList";
import { createIndicator } from "@/lib/service/indicators";
import { indicatorContent, indicatorItem } from "./indicatorSchemas";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/indicators",
    tag: "catalogues",
    summary: "Indicators that are shown at the account's units, those that fit the words best first",
    query: object({
      search: optional(text({ max: 200, description: "Words of code or name; marks and case do not matter" })),
      codes: optional(text({ max: 12_400, description: "Codes exactly, with commas between, at most 200" })),
      sector: optional(sectorCode),
      owner: optional(id("The unit that owns them")),
      state: optional(oneOf(["working", "retired"])),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
      pageSize: optional(integer({ min: 1, max: 200, default: 50 })),
    }),
    answer: json(
      object({ items: list(indicatorItem), total: integer({ min: 0 }), page: integer({ min: 1 }), pageSize: integer({ min: 1 }) }),
    ),
  },
  (context, { query: { sector, owner, codes, ...query } }) =>
    listIndicators(context, { ...query, codes: codes?.split(",").slice(0, 200), sectorCode: sector, ownerUnitId: owner }),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/indicators",
    tag: "catalogues",
    summary: "Make an indicator in the catalogue of a unit at which the account designs",
    description: "A city agency's indicators are the city's; a district's are shown in that district alone.",
    body: object({ ownerUnitId: id("The unit that owns it"), ...indicatorContent }),
    answer: json(indicatorItem, 201),
    refusals: ["forbidden", "conflict", "invalid"],
  },
  (context, { body }) => createIndicator(context, body),
);

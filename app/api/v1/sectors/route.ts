import { sectorCode, sectorContent, sectorItem } from "@/app/api/v1/catalogueSchemas";
import { boolean, defineRoute, json, list, object, optional } from "@/lib/http";
import { createSector, listSectors } from "@/lib/service/sectors";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/sectors",
    tag: "catalogues",
    summary: "Fields of administration, by which indicators and templates are sorted",
    query: object({ retired: optional(boolean("Also those that are no longer offered")) }),
    answer: json(list(sectorItem, { max: 10_000 })),
  },
  (context, { query }) => listSectors(context, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/sectors",
    tag: "catalogues",
    summary: "Make a field of administration (administrators of the city)",
    body: object({ code: sectorCode, name: sectorContent.name, position: sectorContent.position }),
    answer: json(sectorItem, 201),
    refusals: ["forbidden", "conflict", "invalid"],
  },
  (context, { body }) => createSector(context, body),
);

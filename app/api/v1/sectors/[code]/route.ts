import { sectorCode, sectorContent, sectorItem } from "@/app/api/v1/catalogueSchemas";
import { defineRoute, json, object } from "@/lib/http";
import { changeSector } from "@/lib/service/sectors";

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/sectors/{code}",
    tag: "catalogues",
    summary: "Change a field of administration, retire it or bring it back (administrators of the city)",
    description: "409 where it is no longer what `from` says.",
    params: object({ code: sectorCode }),
    body: object({ from: object(sectorContent, "What the change started from"), to: object(sectorContent) }),
    answer: json(sectorItem),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => changeSector(context, { ...body, ...params }),
);

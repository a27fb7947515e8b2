import { anyDocument, documentBytes, publishedVersion, sectorCode, templateItem } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, id, integer, json, list, object, oneOf, optional, text } from "@/lib/http";
import { libraryStates, listLibrary, mayPublish, publishTemplate } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates",
    tag: "templates",
    summary: "The library: published templates that the account's units may use, and drafts that it may work at",
    query: object({
      search: optional(text({ max: 200, description: "Words of title, code or form number; marks and case do not matter" })),
      ownerUnitId: optional(id("Of this library alone")),
      sectorCode: optional(sectorCode),
      state: optional(oneOf(libraryStates, "In force; with a draft in work; retired. All where absent")),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
      pageSize: optional(integer({ min: 1, max: 200, default: 50 })),
    }),
    answer: json(
      object({ items: list(templateItem), total: integer({ min: 0 }), page: integer({ min: 1 }), pageSize: integer({ min: 1 }) }),
    ),
  },
  (context, { query }) => listLibrary(context, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates",
    tag: "templates",
    summary: "Publish a template document: the first version of its code in a library, or the next",
    description:
      "The document is checked and compiled; a published version is frozen, and reports stay on theirs. Publishing the document in force makes no version. A draft in work keeps standing.",
    body: object({ ownerUnitId: id("The unit into whose library it goes"), document: anyDocument }),
    maxBytes: documentBytes,
    admit: mayPublish,
    answer: json(publishedVersion, 201),
    refusals: ["forbidden", "invalid", "conflict"],
  },
  (context, { body }) => publishTemplate(context, body),
);

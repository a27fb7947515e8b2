import { templateItem } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, id, integer, json, list, object, optional, schemaOf, text } from "@/lib/http";
import type { Problem } from "@/lib/problem";
import { listTemplates, mayPublish, publishTemplate } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates",
    tag: "templates",
    summary: "The published templates that the account's units may use",
    query: object({
      search: optional(text({ max: 200, description: "Words of title, code or form number; marks and case do not matter" })),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
      pageSize: optional(integer({ min: 1, max: 200, default: 50 })),
    }),
    answer: json(
      object({ items: list(templateItem), total: integer({ min: 0 }), page: integer({ min: 1 }), pageSize: integer({ min: 1 }) }),
    ),
  },
  (context, { query }) => listTemplates(context, query),
);

const warning = schemaOf<Problem>({
  type: "object",
  properties: {
    code: { type: "string" },
    params: { type: "object", additionalProperties: { type: ["string", "number"] } },
    at: { type: "string" },
    severity: { enum: ["error", "warning"] },
    span: {
      type: "object",
      properties: { from: { type: "integer" }, to: { type: "integer" } },
      required: ["from", "to"],
      additionalProperties: false,
    },
  },
  required: ["code", "params", "at", "severity"],
  additionalProperties: false,
});

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates",
    tag: "templates",
    summary: "Publish a template document: the first version of its code in a library, or the next",
    description:
      "The document is checked and compiled; a published version is frozen, and reports stay on theirs. Publishing the document in force makes no version.",
    body: object({
      ownerUnitId: id("The unit into whose library it goes"),
      document: schemaOf<unknown>({ type: "object", description: "Template document of format 1 (lib/template/template.schema.json)" }),
    }),
    maxBytes: 16 * 1024 * 1024,
    admit: mayPublish,
    answer: json(object({ id: id(), versionId: id(), version: integer({ min: 1 }), warnings: list(warning, { max: 10_000 }) }), 201),
    refusals: ["forbidden", "invalid"],
  },
  (context, { body }) => publishTemplate(context, body),
);

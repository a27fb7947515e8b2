import { everyRoute } from "@/app/api/v1/openapi.json/everyRoute";
import { defineRoute, type JsonSchema, json, openApiDocument, schemaOf } from "@/lib/http";
import { ok } from "@/lib/result";
import { version } from "@/package.json";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/openapi.json",
    tag: "description",
    summary: "This document: OpenAPI 3.1",
    answer: json(schemaOf<JsonSchema>({ type: "object" })),
  },
  async () => ok(openApiDocument(everyRoute(), { version })),
);

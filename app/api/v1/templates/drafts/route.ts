import { draftSource } from "@/app/api/v1/templates/draftSchemas";
import { documentBytes, sectorCode } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, id, json, object, optional, text } from "@/lib/http";
import { createDraft, mayPublish } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/drafts",
    tag: "templates",
    summary: "Begin a template: an empty page, a document of the outside, or a fork of a published version",
    description: "It has a draft alone, seen by the designers of its library, until that is published.",
    body: object({ ownerUnitId: id("The unit into whose library it goes"), from: draftSource, sectorCode: optional(sectorCode) }),
    maxBytes: documentBytes,
    admit: mayPublish,
    answer: json(object({ templateId: id(), versionId: id(), code: text() }), 201),
    refusals: ["forbidden", "notFound", "invalid", "conflict"],
  },
  (context, { body }) => createDraft(context, body),
);

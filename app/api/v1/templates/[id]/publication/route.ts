import { draftRevision } from "@/app/api/v1/templates/draftSchemas";
import { publishedVersion, templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json } from "@/lib/http";
import { publishDraft } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/{id}/publication",
    tag: "templates",
    summary: "Publish the draft, as it stands at a revision, as the next version",
    params: templateParams,
    body: draftRevision,
    costly: true,
    answer: json(publishedVersion, 201),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => publishDraft(context, params.id, body),
);

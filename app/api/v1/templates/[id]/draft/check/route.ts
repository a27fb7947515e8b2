import { problems, templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, integer, json, object } from "@/lib/http";
import { checkDraft } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/{id}/draft/check",
    tag: "templates",
    summary: "What publishing the draft would meet: errors block, warnings are told",
    params: templateParams,
    costly: true,
    answer: json(object({ revision: integer({ min: 0 }), problems })),
    refusals: ["notFound", "forbidden"],
  },
  (context, { params }) => checkDraft(context, params.id),
);

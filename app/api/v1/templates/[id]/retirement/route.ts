import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, noContent } from "@/lib/http";
import { restoreTemplate, retireTemplate } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/{id}/retirement",
    tag: "templates",
    summary: "Retire a template: no new version, no new duty; what was assigned goes on",
    params: templateParams,
    answer: noContent(),
    refusals: ["notFound", "forbidden", "conflict"],
  },
  (context, { params }) => retireTemplate(context, params.id),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/templates/{id}/retirement",
    tag: "templates",
    summary: "Take a retired template into use again",
    params: templateParams,
    answer: noContent(),
    refusals: ["notFound", "forbidden", "conflict"],
  },
  (context, { params }) => restoreTemplate(context, params.id),
);

import { draftDetail, startedDraft } from "@/app/api/v1/templates/draftSchemas";
import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json, noContent } from "@/lib/http";
import { discardDraft, openDraft, startDraft } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/draft",
    tag: "templates",
    summary: "The draft of a template, with its latest steps",
    params: templateParams,
    answer: json(draftDetail),
    refusals: ["notFound", "forbidden"],
  },
  (context, { params }) => openDraft(context, params.id),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/{id}/draft",
    tag: "templates",
    summary: "Begin the next version, out of the one in force; a draft that stands is given instead",
    params: templateParams,
    answer: json(startedDraft),
    refusals: ["notFound", "forbidden", "conflict"],
  },
  (context, { params }) => startDraft(context, params.id),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/templates/{id}/draft",
    tag: "templates",
    summary: "Discard the draft; a template that was never published leaves the library",
    params: templateParams,
    answer: noContent(),
    refusals: ["notFound", "forbidden"],
  },
  (context, { params }) => discardDraft(context, params.id),
);

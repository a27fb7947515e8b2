import { moment, templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, id, integer, json, list, nullable, object, oneOf, type Schema, text } from "@/lib/http";
import type { VersionItem } from "@/lib/service/designTypes";
import { listVersions } from "@/lib/service/templates";

const versionItem: Schema<VersionItem> = object({
  id: id(),
  version: nullable(integer({ min: 1, description: "null: the draft" })),
  state: oneOf(["draft", "published", "retired"], "published: in force; retired: an earlier one"),
  publishedAt: nullable(moment),
  publishedBy: nullable(text()),
  reports: integer({ min: 0, description: "Reports made with it" }),
});

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/versions",
    tag: "templates",
    summary: "The versions of a template, the newest first",
    params: templateParams,
    answer: json(list(versionItem, { max: 100_000 })),
    refusals: ["notFound"],
  },
  (context, { params }) => listVersions(context, params.id),
);

import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { versionName, versionText } from "@/app/api/v1/templates/versionName";
import { defineRoute, file, object, optional } from "@/lib/http";
import { exportDocument } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/document.json",
    tag: "templates",
    summary: "The template document as a JSON file: of a version, or of the one in force",
    params: templateParams,
    query: object({ version: optional(versionText) }),
    answer: file("application/json"),
    refusals: ["notFound"],
  },
  (context, { params, query }) => exportDocument(context, params.id, query.version === undefined ? undefined : versionName(query.version)),
);

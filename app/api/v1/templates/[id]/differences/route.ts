import { documentLocale } from "@/app/api/v1/documentQuery";
import { versionDifferencesAnswer } from "@/app/api/v1/templates/differenceSchemas";
import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { versionName, versionText } from "@/app/api/v1/templates/versionName";
import { defineRoute, json, object } from "@/lib/http";
import { versionDifferences } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/differences",
    tag: "templates",
    summary: "How one version of a template became another, in words",
    params: templateParams,
    query: object({ from: versionText, to: versionText, locale: documentLocale }),
    costly: true,
    answer: json(versionDifferencesAnswer),
    refusals: ["notFound"],
  },
  (context, { params, query: { from, to, locale } }) =>
    versionDifferences(context, params.id, { from: versionName(from), to: versionName(to), locale }),
);

import { aggregateParams } from "@/app/api/v1/aggregates/aggregateSchemas";
import { documentLocale, docxType } from "@/app/api/v1/documentQuery";
import { defineRoute, file, id, object, optional } from "@/lib/http";
import { aggregateDocx } from "@/lib/service/documents";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/aggregates/{regimeId}/{period}/document.docx",
    tag: "aggregates",
    summary: "The figures of a parent over its subordinates' reports as a Word file, laid out by Decree 30/2020",
    params: aggregateParams,
    query: object({ unitId: optional(id("Unit whose subordinates are added up")), locale: documentLocale }),
    answer: file(docxType),
    refusals: ["forbidden", "notFound", "invalid"],
  },
  (context, { params, query: { locale, ...query } }) => aggregateDocx(context, { ...params, ...query }, locale ?? "vi"),
);

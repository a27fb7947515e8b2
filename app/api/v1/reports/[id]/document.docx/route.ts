import { documentQuery, docxType } from "@/app/api/v1/documentQuery";
import { reportParams } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, file } from "@/lib/http";
import { reportDocx } from "@/lib/service/documents";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports/{id}/document.docx",
    tag: "reports",
    summary: "A report as a Word file, laid out by Decree 30/2020",
    params: reportParams,
    query: documentQuery,
    answer: file(docxType),
    refusals: ["notFound"],
  },
  (context, { params, query }) => reportDocx(context, params.id, query.locale ?? "vi"),
);

import { documentQuery, docxType } from "@/app/api/v1/documentQuery";
import { contentSchema } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, file, id, object, schemaOf, text } from "@/lib/http";
import { previewDocx } from "@/lib/service/documents";
import { mayPublish } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/preview/document.docx",
    tag: "templates",
    summary: "A template being designed as a Word file, filled with values to try; nothing is stored",
    query: documentQuery,
    body: object({
      document: schemaOf<unknown>({ type: "object", description: "Template document of format 1 (lib/template/template.schema.json)" }),
      period: text({ max: 20, description: "Period of one of its frequencies: 2026-03, 2026-Q1" }),
      unitId: id("Whose report it would be"),
      content: contentSchema,
    }),
    maxBytes: 16 * 1024 * 1024,
    admit: mayPublish,
    costly: true,
    answer: file(docxType),
    refusals: ["forbidden", "invalid"],
  },
  (context, { body, query }) => previewDocx(context, body, query.locale ?? "vi"),
);

import { anyDocument, documentBytes, problems } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json, object } from "@/lib/http";
import { checkOutsideDocument, mayPublish } from "@/lib/service/templates";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/check",
    tag: "templates",
    summary: "What is wrong with a template document, each problem at its place; nothing is stored",
    body: object({ document: anyDocument }),
    maxBytes: documentBytes,
    admit: mayPublish,
    costly: true,
    answer: json(object({ problems })),
    refusals: ["forbidden"],
  },
  (context, { body }) => checkOutsideDocument(context, body.document),
);

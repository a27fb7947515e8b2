import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, json, schemaOf } from "@/lib/http";
import { templateSubmissionSchema } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/submission.schema.json",
    tag: "templates",
    summary: "JSON Schema (2020-12) of the reports of a template, for integrators; json-schema-to-typescript makes types of it",
    description:
      "Keywords that begin with x- tell unit, indicator, aggregation and formula of a value. A validator in a strict mode must know them, and take open tuples (ajv: strictTuples: false).",
    params: templateParams,
    answer: json(schemaOf<Readonly<Record<string, unknown>>>({ type: "object", description: "A JSON Schema 2020-12" })),
    refusals: ["notFound"],
  },
  (context, { params }) => templateSubmissionSchema(context, params.id),
);

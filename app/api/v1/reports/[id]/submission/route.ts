import { reportParams, saveOutput } from "@/app/api/v1/reports/reportSchemas";
import type { Submission } from "@/lib/form";
import { defineRoute, integer, json, object, schemaOf } from "@/lib/http";
import { mayWrite, readSubmission, replaceBySubmission } from "@/lib/service/reports";

const submission = schemaOf<Submission>({
  type: "object",
  description: "By the schema of the report's template: /api/v1/templates/{id}/submission.schema.json",
});
const document = object({ revision: integer({ min: 0, max: 2_147_483_647 }), submission });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/reports/{id}/submission",
    tag: "reports",
    summary: "A report as nested JSON, by the submission schema of its template",
    params: reportParams,
    answer: json(document),
    refusals: ["notFound"],
  },
  (context, { params }) => readSubmission(context, params.id),
);

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/v1/reports/{id}/submission",
    tag: "reports",
    summary: "Replace everything that is filled in by a submission",
    description: "What the submission leaves out becomes blank; computed cells in it are passed over. `revision` must be the report's own.",
    params: reportParams,
    body: document,
    maxBytes: 4 * 1024 * 1024,
    admit: (context, { id }) => mayWrite(context, id),
    answer: json(saveOutput),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => replaceBySubmission(context, params.id, body),
);

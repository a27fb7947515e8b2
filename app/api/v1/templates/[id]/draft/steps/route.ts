import { draftRevision, saveStepsInput, stepsSinceAnswer } from "@/app/api/v1/templates/draftSchemas";
import { templateParams } from "@/app/api/v1/templates/templateSchemas";
import { defineRoute, integer, json, object } from "@/lib/http";
import { mayDesign, saveSteps, stepsSince } from "@/lib/service/templates";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/templates/{id}/draft/steps",
    tag: "templates",
    summary: "Steps saved after a revision, oldest first, at most 500",
    description: "The revision is that of the last step given; whoever is not at the end asks again.",
    params: templateParams,
    query: object({ after: integer({ min: 0, max: 2_000_000_000 }) }),
    answer: json(stepsSinceAnswer),
    refusals: ["notFound", "forbidden", "conflict"],
  },
  (context, { params, query }) => stepsSince(context, params.id, query.after),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/templates/{id}/draft/steps",
    tag: "templates",
    summary: "Save steps of designing",
    description:
      "Refused as a whole where others saved since the revision (draft.stale). A step that was saved before is not carried out again, so that a call whose answer was lost may be repeated.",
    params: templateParams,
    body: saveStepsInput,
    // A step may replace a whole document, and carries what was there before.
    maxBytes: 20 * 1024 * 1024,
    admit: (context, params) => mayDesign(context, params.id),
    answer: json(draftRevision),
    refusals: ["notFound", "forbidden", "conflict", "invalid"],
  },
  (context, { params, body }) => saveSteps(context, params.id, body),
);

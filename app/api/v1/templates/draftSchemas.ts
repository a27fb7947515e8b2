import { templateSchema, unitRef } from "@/app/api/v1/reports/reportSchemas";
import { moment, templateCode, words } from "@/app/api/v1/templates/templateSchemas";
import { boolean, id, integer, list, nullable, object, oneOf, optional, type Schema, schemaOf, tagged, text } from "@/lib/http";
import type { DraftDetail, DraftStep, SavedStep, SaveStepsInput, StepsSince } from "@/lib/service/designTypes";
import type { CreateDraftInput } from "@/lib/service/templates";
import type { Change, Place, Siblings, SpentIds, Spot, StepLabel, Value } from "@/lib/template/edit";

/** Id of a part of a document, as the schema of templates has it. */
const part = text({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,39}$", max: 40 });
const anyValue = schemaOf<Value>({ description: "Any JSON; the document that it leads to is read by the schema of templates" });
const anyObject = schemaOf<Value>({ type: "object", description: "A part or a document, read by the schema of templates" });

const place: Schema<Place> = tagged<Place>("kind", [
  object({ kind: oneOf(["document"]) }),
  object({ kind: oneOf(["block"]), block: part }),
  object({ kind: oneOf(["column"]), block: part, column: part }),
  object({ kind: oneOf(["row"]), block: part, row: part }),
  object({ kind: oneOf(["cell"]), block: part, row: part, column: part }),
  object({ kind: oneOf(["check"]), block: part, check: part }),
  object({ kind: oneOf(["field"]), block: part, field: part }),
]);
const siblings: Schema<Siblings> = tagged<Siblings>("kind", [
  object({ kind: oneOf(["blocks"]) }),
  object({ kind: oneOf(["columns"]), block: part, under: optional(part) }),
  object({ kind: oneOf(["rows"]), block: part, under: optional(part) }),
  object({ kind: oneOf(["fields"]), block: part }),
  object({ kind: oneOf(["checks"]), block: part }),
]);
const spot: Schema<Spot> = object({ in: siblings, index: integer({ min: 0, max: 20_000 }), after: nullable(part) });
const change: Schema<Change> = tagged<Change>("kind", [
  object({
    kind: oneOf(["set"]),
    at: place,
    property: text({ pattern: "^[A-Za-z]{1,40}$", max: 40 }),
    before: optional(anyValue),
    after: optional(anyValue),
  }),
  object({ kind: oneOf(["insert"]), spot, part: anyObject }),
  object({ kind: oneOf(["remove"]), spot, part: anyObject }),
  object({ kind: oneOf(["move"]), part: place, from: spot, to: spot }),
  object({ kind: oneOf(["replace"]), before: anyObject, after: anyObject }),
]);

/** What is told to other designers: a sentence of ours, with what it names as text. */
const stepLabel: Schema<StepLabel> = object({
  code: oneOf(["set", "insert", "move", "remove", "groupColumns", "ungroupColumns", "replace", "together"]),
  params: schemaOf<StepLabel["params"]>({
    type: "object",
    properties: {
      count: { type: "integer", minimum: 0 },
      name: { type: "string", maxLength: 1000 },
      kind: { type: "string", maxLength: 40 },
      property: { type: "string", maxLength: 40 },
    },
    additionalProperties: false,
  }),
});

/** Most steps of one call. */
const mostSteps = 200;
const stepProperties = {
  id: id("Made by the client: a step that is sent twice is kept once"),
  kind: oneOf(["do", "undo", "redo"]),
  continues: boolean("It goes on with the step before it: both are undone as one"),
  label: stepLabel,
  patch: list(change, { max: 100_000 }),
};
const step: Schema<DraftStep> = object(stepProperties);

export const saveStepsInput: Schema<SaveStepsInput> = object({
  revision: integer({ min: 0, description: "That of the draft which the first step was made on" }),
  clientId: text({ pattern: "^[A-Za-z0-9_-]{8,64}$", max: 64, description: "Names the window, made when it opens" }),
  steps: list(step, { min: 1, max: mostSteps }),
});

/** Of an answer: our own patches are told without taking them apart. */
const savedStep: Schema<SavedStep> = object({
  ...stepProperties,
  patch: schemaOf<SavedStep["patch"]>({ type: "array", description: "As it was saved" }),
  revision: integer({ min: 1 }),
  by: object({ accountId: id(), name: text() }),
  clientId: text(),
  at: moment,
});
const savedSteps = list(savedStep, { max: 500 });
const revision = integer({ min: 0 });

export const draftDetail: Schema<DraftDetail> = object({
  templateId: id(),
  versionId: id(),
  revision,
  document: templateSchema,
  steps: savedSteps,
  owner: unitRef,
  publishedVersion: nullable(integer({ min: 1 })),
  spentIds: schemaOf<SpentIds>({
    type: "object",
    description: "By scope and prefix, the number that ids of published versions were counted up to: new parts are counted on from there",
    additionalProperties: { type: "object", additionalProperties: { type: "integer" } },
  }),
  mayPublish: boolean(),
});
export const stepsSinceAnswer: Schema<StepsSince> = object({ revision, steps: savedSteps });
export const draftRevision = object({ revision });
export const startedDraft = object({ versionId: id(), revision });

export const draftSource: Schema<CreateDraftInput["from"]> = tagged<CreateDraftInput["from"]>("kind", [
  object({ kind: oneOf(["blank"]), code: templateCode, title: words }, "An empty page"),
  object(
    { kind: oneOf(["document"]), document: schemaOf<unknown>({ type: "object" }), code: optional(templateCode) },
    "A document of the outside, under another code than its own where one is given",
  ),
  object(
    { kind: oneOf(["version"]), versionId: id(), code: optional(templateCode) },
    "A fork of a published version, under a code of its own where none is given",
  ),
]);

import { compiledSchema, templateSchema, unitRef } from "@/app/api/v1/reports/reportSchemas";
import { boolean, id, integer, list, nullable, object, oneOf, type Schema, schemaOf, text } from "@/lib/http";
import type { Problem } from "@/lib/problem";
import type { LibraryItem, TemplateDetail } from "@/lib/service/designTypes";
import type { Text } from "@/lib/template";

export const templateParams = object({ id: id("Template") });
export const moment = text({ format: "date-time" });

/** Largest body that holds a whole document. */
export const documentBytes = 16 * 1024 * 1024;
/** A document of the outside, which the service reads by the schema of templates. */
export const anyDocument = schemaOf<unknown>({
  type: "object",
  description: "Template document of format 1 (lib/template/template.schema.json)",
});
/** Code of a template, as the schema of templates has it. */
export const templateCode = text({ pattern: "^[A-Z0-9][A-Z0-9._-]{0,39}$", max: 40 });
export const sectorCode = text({ min: 1, max: 40, description: "Code of a field of administration" });

export const words = schemaOf<Text>({
  type: "object",
  properties: { vi: { type: "string", maxLength: 5000 }, en: { type: "string", maxLength: 5000 } },
  required: ["vi"],
  additionalProperties: false,
});

const itemProperties = {
  id: id(),
  code: text(),
  title: words,
  formNumber: nullable(text()),
  kind: oneOf(["figures", "narrative"]),
  owner: unitRef,
  sector: nullable(object({ code: text(), name: words })),
  versionId: nullable(id("The version in force")),
  version: nullable(integer({ min: 1 })),
  publishedAt: nullable(moment),
  retired: boolean("No new version, no new duty"),
  draft: nullable(object({ updatedAt: moment, by: text() }, "The draft that stands, for whoever may work at it")),
  mayDesign: boolean(),
  origin: nullable(
    object(
      { id: id(), code: text(), title: words, version: integer({ min: 1 }), latest: integer({ min: 1 }) },
      "The template that it was forked from: the version then, and the one in force",
    ),
  ),
};
export const templateItem: Schema<LibraryItem> = object(itemProperties);
export const templateDetail: Schema<TemplateDetail> = object({
  ...itemProperties,
  versionId: id(),
  document: templateSchema,
  compiled: compiledSchema,
});

export const problem = schemaOf<Problem>({
  type: "object",
  properties: {
    code: { type: "string" },
    params: { type: "object", additionalProperties: { type: ["string", "number"] } },
    at: { type: "string" },
    severity: { enum: ["error", "warning"] },
    span: {
      type: "object",
      properties: { from: { type: "integer" }, to: { type: "integer" } },
      required: ["from", "to"],
      additionalProperties: false,
    },
  },
  required: ["code", "params", "at", "severity"],
  additionalProperties: false,
});
export const problems = list(problem, { max: 10_000 });
export const publishedVersion = object({ id: id(), versionId: id(), version: integer({ min: 1 }), warnings: problems });

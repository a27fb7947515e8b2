import { compiledSchema, templateSchema, unitRef } from "@/app/api/v1/reports/reportSchemas";
import { id, integer, nullable, object, oneOf, type Schema, schemaOf, text } from "@/lib/http";
import type { TemplateDetail, TemplateListItem } from "@/lib/service/types";
import type { Text } from "@/lib/template";

export const templateParams = object({ id: id("Template") });

const words = schemaOf<Text>({
  type: "object",
  properties: { vi: { type: "string" }, en: { type: "string" } },
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
  version: nullable(integer({ min: 1 })),
  publishedAt: nullable(text({ format: "date-time" })),
};
export const templateItem: Schema<TemplateListItem> = object(itemProperties);
export const templateDetail: Schema<TemplateDetail> = object({
  ...itemProperties,
  versionId: id(),
  document: templateSchema,
  compiled: compiledSchema,
});

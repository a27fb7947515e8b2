import { words } from "@/app/api/v1/templates/templateSchemas";
import { id, integer, list, nullable, object, type Schema, schemaOf, text } from "@/lib/http";
import type { DifferenceItem, OriginDifferences, VersionDifferences } from "@/lib/service/designTypes";

const item: Schema<DifferenceItem> = object({
  difference: schemaOf<DifferenceItem["difference"]>({
    type: "object",
    description: "kind set, added, removed or moved, with its place, and what was there before and after",
  }),
  words: object(
    {
      code: text(),
      params: schemaOf<DifferenceItem["words"]["params"]>({ type: "object", additionalProperties: { type: ["string", "number"] } }),
    },
    "Key of the message catalogue and what it names, in the language asked for",
  ),
});
const properties = {
  from: nullable(integer({ min: 1, description: "null: the draft" })),
  to: nullable(integer({ min: 1 })),
  items: list(item),
  total: integer({ min: 0 }),
};
export const versionDifferencesAnswer: Schema<VersionDifferences> = object(properties);
export const originDifferencesAnswer: Schema<OriginDifferences> = object({
  ...properties,
  origin: object({ id: id(), code: text(), title: words }),
});

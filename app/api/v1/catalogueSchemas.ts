import { boolean, integer, nullable, object, oneOf, type Schema, schemaOf, text } from "@/lib/http";
import { indicatorTypes, type SectorItem } from "@/lib/service/catalogueTypes";
import { aggregationRules, type Text } from "@/lib/template";

/** Words in Vietnamese and, where somebody translated them, English. */
export const words = (max: number, { min = 1 }: { readonly min?: number } = {}): Schema<Text> =>
  schemaOf<Text>({
    type: "object",
    properties: { vi: { type: "string", minLength: min, maxLength: max }, en: { type: "string", maxLength: max } },
    required: ["vi"],
    additionalProperties: false,
  });

export const sectorCode = text({ min: 1, max: 20, pattern: "^[A-Z][A-Z0-9_]{0,19}$", description: "Capital letters, digits, _" });
export const sectorContent = {
  name: words(200),
  position: integer({ min: 0, max: 10_000, description: "Order in lists" }),
  retired: boolean("Kept where it is used already, no longer offered"),
};
export const sectorItem: Schema<SectorItem> = object({ code: sectorCode, ...sectorContent });

/** Code of an indicator, as formulas name it: `ind.KTXH_01`. */
export const indicatorCode = text({
  min: 1,
  max: 60,
  pattern: "^[A-Za-z][A-Za-z0-9_]{0,59}$",
  description: "Unaccented letters, digits, _; begins with a letter",
});
export const indicatorType = oneOf(indicatorTypes);
export const indicatorRule = oneOf(aggregationRules, "How a parent computes it from its subordinates' figures");
export const decimals = integer({ min: 0, max: 6, description: "Digits after the decimal comma" });
export const sectorOf = nullable(sectorCode);

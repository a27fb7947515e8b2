import type { Field } from "@/lib/template";
import { LONGEST_TEXT } from "./accept";
import { isNumeric, type ResolvedCell } from "./resolve";

/** A piece of JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords of ours in a submission schema, for a validator to know (`ajv.addVocabulary`). */
export const submissionVocabulary: readonly string[] = [
  "x-template",
  "x-label",
  "x-unit",
  "x-decimals",
  "x-indicator",
  "x-aggregate",
  "x-formula",
];

type Leaf = Pick<ResolvedCell, "type" | "unit" | "decimals" | "formula" | "aggregate" | "min" | "max" | "choices" | "indicator">;

/** The schema of one cell. A computed cell is `readOnly`: the server's own result stands. */
export function leafSchema(cell: Leaf, maxLength: number = LONGEST_TEXT): JsonSchema {
  return {
    ...valueSchema(cell, maxLength),
    ...(cell.unit === undefined ? {} : { "x-unit": cell.unit }),
    ...(isNumeric(cell.type) ? { "x-decimals": cell.decimals } : {}),
    ...(cell.indicator === undefined ? {} : { "x-indicator": cell.indicator }),
    ...(cell.formula === undefined ? { "x-aggregate": cell.aggregate } : { readOnly: true, "x-formula": cell.formula }),
  };
}

function valueSchema({ type, formula, min, max, choices }: Leaf, maxLength: number): JsonSchema {
  switch (type) {
    case "number":
    case "integer":
    case "percent": {
      const bounds =
        formula === undefined ? { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) } : {};
      return { anyOf: [{ type: type === "integer" ? "integer" : "number", ...bounds }, { enum: ["-", "x", null] }] };
    }
    case "boolean":
      return { type: ["boolean", "null"] };
    case "date":
      return { type: ["string", "null"], pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };
    case "choice":
      return { enum: [...(choices ?? []).map(({ value }) => value), null] };
    case "text":
      return { type: ["string", "null"], maxLength };
  }
}

/** The schema of a single input or of a column of a list; units and attachments are kept as their codes. */
export const fieldSchema = (field: Field): JsonSchema =>
  leafSchema(
    {
      type: field.type === "unit" || field.type === "attachment" ? "text" : field.type,
      unit: field.unit ?? (field.type === "percent" ? "%" : undefined),
      decimals: field.type === "integer" ? 0 : (field.decimals ?? 2),
      formula: field.formula,
      aggregate: field.aggregate ?? { rule: field.type === "number" || field.type === "integer" ? "sum" : "none" },
      min: field.min,
      max: field.max,
      choices: field.choices,
      indicator: field.indicator,
    },
    field.maxLength,
  );

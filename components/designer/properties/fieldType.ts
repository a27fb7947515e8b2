import type { Field } from "@/lib/template";

type FieldType = Field["type"];

/** Whether values of the type are figures: they have a unit of measure, bounds, formulas and totals. */
export const isFigureType = (type: FieldType): boolean => type === "number" || type === "integer" || type === "percent";

/** What a field of a type may say of its values, besides what every field has. */
const sayings: Readonly<Record<FieldType, ReadonlySet<string>>> = {
  number: new Set(["unit", "decimals", "formula", "aggregate", "min", "max", "indicator"]),
  integer: new Set(["unit", "formula", "aggregate", "min", "max", "indicator"]),
  percent: new Set(["unit", "decimals", "formula", "aggregate", "min", "max", "indicator"]),
  text: new Set(["maxLength"]),
  date: new Set(),
  choice: new Set(["choices"]),
  boolean: new Set(["formula"]),
  unit: new Set(),
  attachment: new Set(),
};

const everySaying = ["unit", "decimals", "formula", "aggregate", "min", "max", "maxLength", "choices", "indicator"] as const;

/** What one field loses when it becomes of another type: what that type cannot have, and a default of another kind. */
export function lostByType(field: Field, type: FieldType): readonly string[] {
  const lost: string[] = everySaying.filter((property) => field[property] !== undefined && !sayings[type].has(property));
  if (field.default !== undefined && kindOfDefault(field.type) !== kindOfDefault(type)) lost.push("default");
  // A condition computes no figure, and a formula of figures no condition.
  if (field.formula !== undefined && !lost.includes("formula") && (field.type === "boolean") !== (type === "boolean")) lost.push("formula");
  return lost;
}

function kindOfDefault(type: FieldType): string {
  if (type === "number" || type === "percent") return "figure";
  // A whole number need not be what a figure was.
  return type;
}

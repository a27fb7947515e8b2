import type { Problem } from "@/lib/problem";
import { errorAt } from "./problemAt";
import type { Aggregation, Choices, Field } from "./template.types";

/** What fields, columns, rows and cells can say of their values. */
export interface ValueSpec {
  readonly type?: Field["type"] | undefined;
  readonly decimals?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly default?: number | string | boolean | undefined;
  readonly choices?: Choices | undefined;
  readonly aggregate?: Aggregation | undefined;
}

/**
 * What one part says of its values, by itself: bounds in order, choices where a choice is asked for, no decimals in
 * whole numbers, a default that could have been entered. `inherited` is what stands where the part is silent.
 */
export function checkValues(spec: ValueSpec, at: string, inherited: ValueSpec = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const type = spec.type ?? inherited.type ?? "number";
  const choices = spec.choices ?? inherited.choices;
  if (spec.min !== undefined && spec.max !== undefined && spec.min > spec.max) {
    problems.push(errorAt(at, "template.minAboveMax", { min: spec.min, max: spec.max }));
  }
  if (spec.type === "choice" && choices === undefined) problems.push(errorAt(at, "template.choiceWithoutChoices"));
  for (const value of repeated((spec.choices ?? []).map((choice) => choice.value))) {
    problems.push(errorAt(at, "template.duplicateChoice", { value }));
  }
  if (type === "integer" && (spec.decimals ?? 0) > 0)
    problems.push(errorAt(at, "template.decimalsOfInteger", { decimals: spec.decimals ?? 0 }));
  if (spec.default !== undefined && !fits(spec.default, type, { ...spec, choices })) {
    problems.push(errorAt(at, "template.badDefault", { value: String(spec.default) }));
  }
  return problems;
}

function fits(value: number | string | boolean, type: NonNullable<ValueSpec["type"]>, spec: ValueSpec): boolean {
  switch (type) {
    case "number":
    case "percent":
      return typeof value === "number" && value >= (spec.min ?? -Infinity) && value <= (spec.max ?? Infinity);
    case "integer":
      return Number.isInteger(value) && Number(value) >= (spec.min ?? -Infinity) && Number(value) <= (spec.max ?? Infinity);
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return spec.choices?.some((choice) => choice.value === value) ?? false;
    case "date":
      return typeof value === "string" && isDate(value);
    case "text":
    case "unit":
      return typeof value === "string";
    case "attachment":
      return false;
  }
}

/** `YYYY-MM-DD` of a day that exists. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** The values that stand more than once, each told once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}

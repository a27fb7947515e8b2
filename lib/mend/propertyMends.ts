import type { Problem } from "@/lib/problem";
import { type Choices, leafColumns, type Template, tablesOf } from "@/lib/template";
import { type Place, partAt, type Value } from "@/lib/template/edit";
import { type Mend, mend } from "./mend";

/** Properties that contradict themselves or say nothing: what is superfluous goes, what is swapped is swapped back. */
export function propertyMends(template: Template, problem: Problem, place: Place): readonly Mend[] {
  const { params } = problem;
  const set = (code: string, values: Readonly<Record<string, Value>>, clear: readonly string[] = []): Mend =>
    mend(code, params, { do: "set", at: [place], values, clear });
  switch (problem.code) {
    case "template.duplicateCode":
      return [set("clearCode", {}, ["code"])];
    case "template.decimalsOfInteger":
      return [set("clearDecimals", {}, ["decimals"]), set("becomeNumber", { type: "number" })];
    case "template.weightUnused":
      return [set("clearWeight", { aggregate: { rule: String(params.rule) } })];
    case "template.weightMissing":
    case "template.unknownWeight":
      return [set("becomeMean", { aggregate: { rule: "mean" } })];
    case "template.groupWithoutRows":
      return [set("becomeIndicator", { kind: "indicator" })];
    case "template.labelWithoutRows":
      return [mend("remove", params, { do: "remove", parts: [place] })];
    case "template.minAboveMax":
      return swapped(template, place, params);
    case "template.badDefault":
      return [set("clearDefault", {}, ["default"])];
    case "template.choiceWithoutChoices":
      return [set("becomeText", { type: "text" })];
    case "template.duplicateChoice":
      return withoutRepeated(template, place);
    case "template.whenNever":
      return [set("clearWhen", {}, ["when"])];
    case "template.repeatNested":
    case "form.nestedRepeat":
      return [set("clearRepeat", {}, ["repeat"])];
    case "template.duplicateNumber":
      return countedAnew(template, place, String(params.number));
    case "template.unknownRow":
      return withoutLine(template, place, "rows", String(params.row));
    case "template.unknownColumn":
      return withoutLine(template, place, "columns", String(params.column));
    case "template.headingSkipsLevel":
      return [set("raiseHeading", { level: Number(params.after) + 1 })];
    default:
      return [];
  }
}

const propertyAt = (template: Template, place: Place, property: string): Value | undefined =>
  (partAt(template, place) as unknown as Readonly<Record<string, Value | undefined>> | undefined)?.[property];

/** Bounds given the wrong way round, where they are the part's own. */
function swapped(template: Template, place: Place, params: Problem["params"]): readonly Mend[] {
  const [least, most] =
    place.kind === "block" && propertyAt(template, place, "kind") === "narrative" ? ["minLength", "maxLength"] : ["min", "max"];
  if (propertyAt(template, place, least ?? "") !== params.min || propertyAt(template, place, most ?? "") !== params.max) return [];
  const values = { [least ?? ""]: Number(params.max), [most ?? ""]: Number(params.min) };
  return [mend("swapBounds", params, { do: "set", at: [place], values })];
}

function withoutRepeated(template: Template, place: Place): readonly Mend[] {
  const choices = (propertyAt(template, place, "choices") ?? []) as unknown as Choices;
  const kept = choices.filter(({ value }, i) => choices.findIndex((other) => other.value === value) === i);
  return [mend("dropRepeatedChoices", {}, { do: "set", at: [place], values: { choices: kept as unknown as Value } })];
}

/** All columns of one number but the first are counted instead. */
function countedAnew(template: Template, place: Place, number: string): readonly Mend[] {
  const table = tablesOf(template).find(({ id }) => place.kind === "block" && id === place.block);
  const later = leafColumns(table ?? { columns: [] })
    .filter(({ column }) => column.number === number)
    .slice(1)
    .map(({ column }): Place => ({ kind: "column", block: table?.id ?? "", column: column.id }));
  return later.length === 0 ? [] : [mend("countColumns", { number }, { do: "set", at: later, values: {}, clear: ["number"] })];
}

/** A rule no longer names a line that is gone; where none is left it holds for all. */
function withoutLine(template: Template, place: Place, property: "rows" | "columns", id: string): readonly Mend[] {
  if (place.kind !== "check") return [];
  const lines = (propertyAt(template, place, property) ?? []) as readonly string[];
  const kept = lines.filter((line) => line !== id);
  if (kept.length === lines.length) return [];
  const command =
    kept.length === 0
      ? ({ do: "set", at: [place], values: {}, clear: [property] } as const)
      : ({ do: "set", at: [place], values: { [property]: kept } } as const);
  return [mend("dropLine", { name: id }, command)];
}

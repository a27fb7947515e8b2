import type { IndicatorItem } from "@/lib/service/catalogueTypes";
import type { Aggregation, FigureRow, Template } from "@/lib/template";
import { freshId, type Part, type Siblings, type Value } from "@/lib/template/edit";

/** What of an indicator a part of a template takes. */
export type CataloguedIndicator = Pick<IndicatorItem, "code" | "name" | "measureUnit" | "type" | "decimals" | "rule">;

/** Lists into which an indicator can be put: as a row, a column or an input. */
export const indicatorLists = ["rows", "columns", "fields"] as const;
export type IndicatorList = (typeof indicatorLists)[number];

type Taken = Pick<FigureRow, "unit" | "decimals" | "aggregate" | "indicator"> & {
  readonly type?: IndicatorItem["type"];
};

/** Where nothing is said figures are added up, and percentages are computed anew. */
const ruleUnsaid = (type: IndicatorItem["type"]): Aggregation["rule"] => (type === "percent" ? "none" : "sum");

/**
 * The properties of a row, column or cell that gives an indicator. What holds where nothing is said is left out, so that
 * the columns of a row still decide for themselves. A field always says its type.
 */
export function propertiesOf({ code, measureUnit, type, decimals, rule }: CataloguedIndicator, list: IndicatorList | "cells"): Taken {
  return {
    ...(type === "number" && list !== "fields" ? {} : { type }),
    ...(measureUnit ? { unit: measureUnit.symbol } : {}),
    // Whole numbers have none, whatever is said.
    ...(type === "integer" ? {} : { decimals }),
    ...(rule === ruleUnsaid(type) ? {} : { aggregate: { rule } }),
    indicator: code,
  };
}

/** A new row, column or input that gives an indicator, with its name, unit of measure, type, decimals and rule. */
export function indicatorPart(indicator: CataloguedIndicator, template: Template, into: Siblings): Part | undefined {
  const label = { ...indicator.name };
  switch (into.kind) {
    case "rows":
      return { kind: "indicator", id: freshId(template, into, "r"), label, ...propertiesOf(indicator, "rows") };
    case "columns":
      return { kind: "value", id: freshId(template, into, "c"), label, ...propertiesOf(indicator, "columns") };
    case "fields": {
      const isList = template.blocks.some(({ id, kind }) => id === into.block && kind === "list");
      const id = freshId(template, into, isList ? "c" : "f");
      return { id, label, ...propertiesOf(indicator, "fields"), type: indicator.type };
    }
    default:
      return undefined;
  }
}

const catalogued = ["type", "unit", "decimals", "aggregate"] as const;

/** What a part would be set to, and cleared of, to say what the catalogue says. */
export interface Catching {
  readonly values: Readonly<Record<string, Value>>;
  readonly clear: readonly string[];
}

/**
 * Where a part says something else than its indicator: undefined where they agree. A weight, which the catalogue does
 * not name, is no difference.
 */
export function differenceOf(part: object, indicator: CataloguedIndicator, list: IndicatorList | "cells"): Catching | undefined {
  const wanted = propertiesOf(indicator, list) as Readonly<Record<string, Value | undefined>>;
  const said = part as Readonly<Record<string, Value | undefined>>;
  const differing = catalogued.filter((name) => !agree(name, said[name], wanted[name], indicator));
  if (differing.length === 0) return undefined;
  return {
    values: Object.fromEntries(differing.flatMap((name) => (wanted[name] === undefined ? [] : [[name, wanted[name]]]))),
    clear: differing.filter((name) => wanted[name] === undefined),
  };
}

function agree(
  name: (typeof catalogued)[number],
  is: Value | undefined,
  wanted: Value | undefined,
  { type }: CataloguedIndicator,
): boolean {
  switch (name) {
    case "type":
      return (is ?? "number") === (wanted ?? "number");
    case "aggregate":
      return ruleOf(is, type) === ruleOf(wanted, type);
    case "decimals":
      return is === wanted || type === "integer";
    case "unit":
      return is === wanted;
  }
}

const ruleOf = (aggregate: Value | undefined, type: IndicatorItem["type"]): Value =>
  typeof aggregate === "object" && aggregate !== null && "rule" in aggregate ? (aggregate.rule ?? ruleUnsaid(type)) : ruleUnsaid(type);

"use client";

import { NativeSelect } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { IndicatorProperty } from "@/components/designer/catalogue";
import { FormulaField } from "@/components/designer/formula";
import { ChoiceProperty } from "@/components/designer/properties/ChoiceProperty";
import { NumberProperty } from "@/components/designer/properties/NumberProperty";
import { Section } from "@/components/designer/properties/Section";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { formatNumber, isNumeric } from "@/lib/form";
import { type FormulaHome, formulaScope, resolvedAt } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import type { Choices, ValueType } from "@/lib/template";
import type { Place, Value } from "@/lib/template/edit";
import { AggregationProperty } from "./AggregationProperty";
import { ChoicesProperty } from "./ChoicesProperty";
import classes from "./cellProperties.module.css";
import { DefaultProperty } from "./DefaultProperty";
import { sharedInherited } from "./inherited";
import { UnitProperty } from "./UnitProperty";
import { useInherited } from "./useInherited";

const types = ["number", "integer", "percent", "text", "date", "choice", "boolean"] as const satisfies readonly ValueType[];

/** What columns, rows and cells say of their figures: the most specific wins, and what is inherited is shown where they are silent. */
export function FigureSections({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const locale = useLocale();
  const asWords = (value: Value): string =>
    typeof value === "number" ? formatNumber(value, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0, locale) : String(value);
  const typeName = (value: Value): string => t(`type.${value as ValueType}`);
  const yesNo = (value: Value): string => t(value === true ? "yes" : "no");
  const type = useType(places);
  const inherited = {
    type: useInherited(places, "type", typeName, t("type.absent")),
    unit: useInherited(places, "unit", asWords, undefined),
    decimals: useInherited(places, "decimals", asWords, type === "integer" ? "0" : "2"),
    aggregate: useInherited(places, "aggregate", (value) => ruleName(value, (rule) => t(`aggregation.rule.${rule}`)), undefined),
    lock: useInherited(places, "lock", (value) => t(`lock.${value as "none" | "blank" | "x"}`), t("lock.absent")),
    required: useInherited(places, "required", yesNo, t("no")),
    default: useInherited(places, "default", asWords, undefined),
    min: useInherited(places, "min", asWords, t("none")),
    max: useInherited(places, "max", asWords, t("none")),
    indicator: useInherited(places, "indicator", asWords, t("none")),
  };
  const choices = useChoices(places);
  const numeric = isNumeric(type);
  return (
    <>
      <Section title={t("section.value")}>
        <ChoiceProperty
          places={places}
          property="type"
          label={t("type.label")}
          absent={inherited.type ?? t("type.absent")}
          choices={types.map((one) => ({ value: one, label: t(`type.${one}`) }))}
        />
        {numeric ? (
          <div className={classes.measure}>
            <UnitProperty places={places} inherited={inherited.unit} />
            {type === "integer" ? null : (
              <NumberProperty
                places={places}
                property="decimals"
                label={t("decimals")}
                kind="whole"
                placeholder={inherited.decimals ?? "2"}
              />
            )}
          </div>
        ) : null}
        {type === "choice" ? <ChoicesProperty places={places} /> : null}
        {numeric || type === "boolean" ? <OwnFormula places={places} /> : null}
        <ChoiceProperty
          places={places}
          property="lock"
          label={t("lock.label")}
          absent={inherited.lock ?? t("lock.absent")}
          choices={(["none", "blank", "x"] as const).map((one) => ({ value: one, label: t(`lock.${one}`) }))}
        />
      </Section>
      {numeric ? (
        <Section title={t("section.aggregation")}>
          <AggregationProperty places={places} inherited={inherited.aggregate} />
        </Section>
      ) : null}
      <Section title={t("section.entry")} start="closed">
        <YesNoProperty places={places} property="required" label={t("required")} inherited={inherited.required} />
        <DefaultProperty places={places} type={type} choices={choices} inherited={inherited.default} />
        {numeric ? (
          <div className={classes.pair}>
            <NumberProperty places={places} property="min" label={t("min")} kind="figure" placeholder={inherited.min ?? ""} />
            <NumberProperty places={places} property="max" label={t("max")} kind="figure" placeholder={inherited.max ?? ""} />
          </div>
        ) : null}
        <IndicatorProperty places={places} inherited={inherited.indicator} />
      </Section>
    </>
  );
}

const ruleName = (value: Value, name: (rule: "sum") => string): string => {
  const rule = typeof value === "object" && value !== null && "rule" in value ? value.rule : undefined;
  return name(rule as "sum");
};

/** The type that all of them have in the end; of several, the first's. */
function useType(places: readonly Place[]): ValueType {
  const { shared } = useProperty(places, "type");
  const found = useDesigner(({ template }) => {
    const inherited = sharedInherited(template, places.slice(0, 1), "type");
    return inherited === undefined || inherited === "mixed" ? undefined : inherited.value;
  });
  return ((shared.kind === "same" ? shared.value : undefined) ?? found ?? "number") as ValueType;
}

function useChoices(places: readonly Place[]): Choices {
  const { shared } = useProperty(places, "choices");
  const found = useDesigner(({ template }) => {
    const inherited = sharedInherited(template, places.slice(0, 1), "choices");
    return inherited === undefined || inherited === "mixed" ? undefined : inherited.value;
  });
  return ((shared.kind === "same" ? shared.value : found) ?? []) as unknown as Choices;
}

/** The formula that a cell runs of its row or column, in words. */
function useRun(place: Place | undefined): string | undefined {
  const t = useTranslations("designerFormula.inherited");
  const template = useDesigner((snapshot) => snapshot.template);
  return useMemo(() => {
    if (place?.kind !== "cell") return undefined;
    const resolved = resolvedAt(template, place.block, place.row, place.column);
    if (resolved?.formula === undefined || resolved.source === undefined || resolved.source === "cell") return undefined;
    return t(resolved.source, { value: formulaScope(template, place)?.show(resolved.formula) ?? resolved.formula });
  }, [template, place, t]);
}

/** The formula of one part; of several, whether they have the same. */
function OwnFormula({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const store = useDesignerStore();
  const { shared } = useProperty(places, "formula");
  const [first] = places;
  const inherited = useRun(first);
  const change = useCallback(
    (stored: string | undefined): Problem | undefined => {
      const done = store.run(
        stored === undefined
          ? { do: "set", at: places, values: {}, clear: ["formula"] }
          : { do: "set", at: places, values: { formula: stored } },
      );
      store.endMark();
      return done.ok ? undefined : done.error;
    },
    [store, places],
  );
  if (first === undefined || first.kind === "document" || first.kind === "block") return null;
  if (shared.kind === "mixed") return <p className={classes.quiet}>{t("formulasDiffer")}</p>;
  return (
    <FormulaField
      scope={first as FormulaHome}
      value={shared.kind === "same" ? String(shared.value) : undefined}
      onChange={change}
      label={t("formula")}
      placeholder={inherited}
    />
  );
}

interface YesNoPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly inherited: string | undefined;
}

/** Yes, no, or as inherited: a cell can say no to what its column asks. */
function YesNoProperty({ places, property, label, inherited }: YesNoPropertyProps) {
  const t = useTranslations("designerFormula");
  const { shared, set, leave } = useProperty(places, property);
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={shared.kind === "mixed" ? "mixed" : shared.kind === "same" ? String(shared.value) : ""}
      data={[
        ...(shared.kind === "mixed" ? [{ value: "mixed", label: t("mixed"), disabled: true }] : []),
        { value: "", label: inherited ?? t("no") },
        { value: "true", label: t("yes") },
        { value: "false", label: t("no") },
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value === "" ? undefined : value === "true");
        leave();
      }}
    />
  );
}

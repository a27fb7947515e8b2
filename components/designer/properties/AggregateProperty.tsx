"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { type Aggregation, aggregationRules, type fieldsOf, textIn } from "@/lib/template";
import type { Place, Value } from "@/lib/template/edit";
import { isFigureType } from "./fieldType";
import { useProperty } from "./useProperty";

const ruleOf = (value: Value): Aggregation => value as unknown as Aggregation;

/** How a parent computes these figures from its subordinates' reports, and what weighs a weighted mean. */
export function AggregateProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "aggregate");
  const aggregate = shared.kind === "same" ? ruleOf(shared.value) : undefined;
  const fields = useDesigner(({ template }) => template.blocks);
  const weights = aggregate?.rule === "weightedMean" ? weightChoices(fields, places) : [];
  return (
    <>
      <NativeSelect
        size="xs"
        label={t("field.aggregate")}
        description={t("field.aggregateHelp")}
        error={problem ? say(problem) : undefined}
        value={shared.kind === "mixed" ? "mixed" : (aggregate?.rule ?? "")}
        data={[
          ...(shared.kind === "mixed" ? [{ value: "mixed", label: t("properties.mixed"), disabled: true }] : []),
          { value: "", label: t("field.aggregateByType") },
          ...aggregationRules.map((rule) => ({ value: rule, label: t(`field.rule.${rule}`) })),
        ]}
        onChange={(event) => {
          const rule = event.currentTarget.value;
          set(rule === "" ? undefined : { rule });
          leave();
        }}
      />
      {aggregate?.rule === "weightedMean" ? (
        <NativeSelect
          size="xs"
          label={t("field.weight")}
          value={aggregate.weight ?? ""}
          data={[
            { value: "", label: t("field.weightChoose"), disabled: true },
            ...(aggregate.weight === undefined || weights.some(({ value }) => value === aggregate.weight)
              ? []
              : [{ value: aggregate.weight, label: aggregate.weight }]),
            ...weights,
          ]}
          onChange={(event) => {
            set({ rule: "weightedMean", weight: event.currentTarget.value });
            leave();
          }}
        />
      ) : null}
    </>
  );
}

type Blocks = Parameters<typeof fieldsOf>[0]["blocks"];

/** The figures among the fields, which can weigh: not those that are weighed. */
function weightChoices(blocks: Blocks, places: readonly Place[]): readonly { readonly value: string; readonly label: string }[] {
  const own = new Set(places.flatMap((place) => (place.kind === "field" ? [place.field] : [])));
  return blocks
    .flatMap((block) => (block.kind === "fields" ? block.fields : []))
    .filter(({ id, type }) => isFigureType(type) && !own.has(id))
    .map(({ id, label }) => ({ value: `f.${id}`, label: textIn(label, "vi") || id }));
}

"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/designer/properties/properties.module.css";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { type Aggregation, aggregationRules, type Text, textIn } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { linesOf } from "./inherited";

interface AggregationPropertyProps {
  readonly places: readonly Place[];
  readonly inherited: string | undefined;
}

/** How a parent computes the figure from its subordinates' reports, in a sentence; for a weighted mean, by what it is weighed. */
export function AggregationProperty({ places, inherited }: AggregationPropertyProps) {
  const t = useTranslations("designerFormula.aggregation");
  const words = useTranslations("designerFormula");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "aggregate");
  const aggregate = shared.kind === "same" ? (shared.value as unknown as Aggregation) : undefined;
  const choose = (rule: string) => {
    if (rule === "") set(undefined);
    else if (rule === "weightedMean" && aggregate?.weight !== undefined) set({ rule, weight: aggregate.weight });
    else set({ rule });
    leave();
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t("label")}
        description={aggregate ? t(`means.${aggregate.rule}`) : t("means.absent")}
        error={problem ? say(problem) : undefined}
        value={shared.kind === "mixed" ? "mixed" : (aggregate?.rule ?? "")}
        data={[
          ...(shared.kind === "mixed" ? [{ value: "mixed", label: words("mixed"), disabled: true }] : []),
          { value: "", label: inherited ?? t("absent") },
          ...aggregationRules.map((rule) => ({ value: rule, label: t(`rule.${rule}`) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {aggregate?.rule === "weightedMean" ? (
        <WeightPicker
          places={places}
          weight={aggregate.weight}
          onChange={(weight) => {
            set(weight === undefined ? { rule: "weightedMean" } : { rule: "weightedMean", weight });
            leave();
          }}
        />
      ) : null}
    </>
  );
}

interface WeightPickerProps {
  readonly places: readonly Place[];
  readonly weight: string | undefined;
  readonly onChange: (weight: string | undefined) => void;
}

/** The column of the row, or the row of the column, that weighs the mean. */
function WeightPicker({ places, weight, onChange }: WeightPickerProps) {
  const t = useTranslations("designerFormula.aggregation");
  const template = useDesigner((snapshot) => snapshot.template);
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const [first] = places;
  const { rows, columns } = linesOf(template, first && "block" in first ? first.block : "");
  const own = new Set(places.flatMap((place) => [...("row" in place ? [place.row] : []), ...("column" in place ? [place.column] : [])]));
  const option = (part: { readonly id: string; readonly code?: string; readonly label: Text }) => ({
    value: part.id,
    label: `${part.code ?? part.id} – ${textIn(part.label, locale)}`,
  });
  const ofColumns = columns.filter(({ id }) => !own.has(id)).map(option);
  const ofRows = rows.filter(({ id }) => !own.has(id)).map(option);
  const isKnown = weight === undefined || [...ofColumns, ...ofRows].some(({ value }) => value === weight);
  return (
    <>
      <NativeSelect
        size="xs"
        label={t("weight")}
        error={weight === undefined ? t("weightMissing") : undefined}
        value={weight ?? ""}
        data={[
          { value: "", label: t("chooseWeight") },
          ...(isKnown ? [] : [{ value: weight, label: weight }]),
          { group: t("columns"), items: ofColumns },
          { group: t("rows"), items: ofRows },
        ]}
        onChange={(event) => onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
      {weight === undefined ? null : (
        <p className={classes.fact}>
          {t("weightMeans", { weight: [...ofColumns, ...ofRows].find(({ value }) => value === weight)?.label ?? weight })}
        </p>
      )}
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ChoiceProperty } from "@/components/designer/properties/ChoiceProperty";
import { Section } from "@/components/designer/properties/Section";
import { WordsProperty } from "@/components/designer/properties/WordsProperty";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";
import { FigureSections } from "./FigureSections";
import { KindProperty } from "./KindProperty";
import { rowKinds } from "./kindsOf";
import { LabelProperty } from "./LabelProperty";
import { RepeatProperty } from "./RepeatProperty";
import { WhenProperty } from "./WhenProperty";

/** Properties of rows. */
export function RowPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const kinds = useDesigner(({ template }) => rowKinds(template, places)).split(" ");
  const hasLabel = kinds.includes("label");
  const [first] = places;
  const isOne = places.length === 1;
  return (
    <>
      <Section title={t("section.name")}>
        <LabelProperty places={places} property="label" label={t("rowLabel")} whenEmpty="keep" />
        <KindProperty places={places} kinds={["indicator", "group", "subtotal", "total", "label"]} of="row" />
        {kinds.length === 1 && hasLabel ? (
          <ChoiceProperty
            places={places}
            property="breakdown"
            label={t("breakdown.label")}
            choices={(["some", "all"] as const).map((one) => ({ value: one, label: t(`breakdown.${one}`) }))}
          />
        ) : null}
        <div className={classes.pair}>
          {isOne && !hasLabel ? (
            <WordsProperty places={places} property="code" label={t("code")} placeholder={first?.kind === "row" ? first.row : ""} />
          ) : null}
          {isOne ? <WordsProperty places={places} property="number" label={t("rowNumber")} whenEmpty="keep" /> : null}
        </div>
      </Section>
      {hasLabel ? null : <FigureSections places={places} />}
      <Section title={t("section.when")} start="closed">
        <WhenProperty places={places} />
        {hasLabel ? null : <RepeatProperty places={places} kinds={["units", "entries"]} />}
      </Section>
      {hasLabel ? null : (
        <Section title={t("section.note")} start="closed">
          <LabelProperty places={places} property="note" label={t("note")} whenEmpty="clear" />
        </Section>
      )}
    </>
  );
}

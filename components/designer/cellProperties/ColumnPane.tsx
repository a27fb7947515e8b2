"use client";

import { useTranslations } from "next-intl";
import { NumberProperty } from "@/components/designer/properties/NumberProperty";
import { Section } from "@/components/designer/properties/Section";
import { WordsProperty } from "@/components/designer/properties/WordsProperty";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";
import { FigureSections } from "./FigureSections";
import { KindProperty } from "./KindProperty";
import { columnKinds } from "./kindsOf";
import { LabelProperty } from "./LabelProperty";
import { RepeatProperty } from "./RepeatProperty";
import { WhenProperty } from "./WhenProperty";

/** Properties of columns and heads. */
export function ColumnPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const kinds = useDesigner(({ template }) => columnKinds(template, places)).split(" ");
  const all = (kind: string): boolean => kinds.length === 1 && kinds[0] === kind;
  const hasGroup = kinds.includes("group");
  const isOne = places.length === 1;
  return (
    <>
      <Section title={t("section.name")}>
        <LabelProperty places={places} property="label" label={t("columnLabel")} whenEmpty="keep" />
        {hasGroup ? null : <KindProperty places={places} kinds={["value", "number", "label", "unit"]} of="column" />}
        <div className={classes.pair}>
          {all("value") && isOne ? <WordsProperty places={places} property="code" label={t("code")} placeholder={idOf(places)} /> : null}
          {isOne && !hasGroup ? <WordsProperty places={places} property="number" label={t("number")} placeholder={t("counted")} /> : null}
        </div>
        {hasGroup ? null : (
          <NumberProperty places={places} property="width" label={t("width")} kind="figure" placeholder={t("byContent")} />
        )}
      </Section>
      {all("value") ? <FigureSections places={places} /> : null}
      {kinds.some((kind) => kind !== "value" && kind !== "group") ? null : (
        <Section title={t("section.when")} start="closed">
          <WhenProperty places={places} />
          {all("group") ? <RepeatProperty places={places} kinds={["units"]} /> : null}
        </Section>
      )}
      <Section title={t("section.note")} start="closed">
        <LabelProperty places={places} property="note" label={t("note")} whenEmpty="clear" />
      </Section>
    </>
  );
}

const idOf = ([place]: readonly Place[]): string => (place?.kind === "column" ? place.column : place?.kind === "row" ? place.row : "");

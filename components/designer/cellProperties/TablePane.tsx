"use client";

import { useTranslations } from "next-intl";
import { ChoiceProperty } from "@/components/designer/properties/ChoiceProperty";
import { NumberProperty } from "@/components/designer/properties/NumberProperty";
import { Section } from "@/components/designer/properties/Section";
import { SwitchProperty } from "@/components/designer/properties/SwitchProperty";
import { WordsProperty } from "@/components/designer/properties/WordsProperty";
import type { Place } from "@/lib/template/edit";
import { ChecksSection } from "./ChecksSection";
import classes from "./cellProperties.module.css";
import { LabelProperty } from "./LabelProperty";
import { RowNumberingProperty } from "./RowNumberingProperty";
import { UnitProperty } from "./UnitProperty";

/** What tables say of themselves. */
export function TablePane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const [first] = places;
  return (
    <>
      <Section title={t("section.table")}>
        <LabelProperty places={places} property="title" label={t("tableTitle")} whenEmpty="clear" />
        <div className={classes.measure}>
          <UnitProperty places={places} inherited={t("none")} />
          <NumberProperty places={places} property="decimals" label={t("decimals")} kind="whole" placeholder="2" />
        </div>
        {places.length === 1 && first?.kind === "block" ? (
          <WordsProperty places={places} property="code" label={t("code")} placeholder={first.block} />
        ) : null}
        <ChoiceProperty
          places={places}
          property="orientation"
          label={t("orientation.label")}
          absent={t("orientation.auto")}
          choices={(["portrait", "landscape"] as const).map((one) => ({ value: one, label: t(`orientation.${one}`) }))}
        />
      </Section>
      <Section title={t("section.numbering")}>
        <SwitchProperty places={places} property="numberingRow" label={t("numberingRow")} />
        <RowNumberingProperty places={places} />
      </Section>
      {places.length === 1 && first?.kind === "block" ? <ChecksSection block={first.block} /> : null}
      <Section title={t("section.note")} start="closed">
        <LabelProperty places={places} property="note" label={t("tableNote")} whenEmpty="clear" />
      </Section>
    </>
  );
}

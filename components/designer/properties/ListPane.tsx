"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { NumberProperty } from "./NumberProperty";
import classes from "./properties.module.css";
import { Section } from "./Section";
import { TextProperty } from "./TextProperty";

/** Properties of lists; each column has its own, when it is selected. */
export function ListPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.list");
  return (
    <Section title={t("section")}>
      <TextProperty places={places} property="title" label={t("title")} />
      <div className={classes.pair}>
        <NumberProperty places={places} property="min" label={t("min")} kind="whole" placeholder="0" />
        <NumberProperty places={places} property="max" label={t("max")} kind="whole" placeholder={t("noLimit")} />
      </div>
      <ChoiceProperty
        places={places}
        property="combine"
        label={t("combine")}
        byDefault="none"
        choices={(["none", "list"] as const).map((value) => ({ value, label: t(`combineWay.${value}`) }))}
      />
      <p className={classes.help}>{t("help")}</p>
    </Section>
  );
}

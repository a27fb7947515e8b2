"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import classes from "./properties.module.css";
import { Section } from "./Section";
import { TextProperty } from "./TextProperty";

/** Properties of groups of fields; each field has its own, when it is selected. */
export function FieldsPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.fields");
  return (
    <Section title={t("section")}>
      <TextProperty places={places} property="title" label={t("title")} whenEmpty="clear" />
      <p className={classes.help}>{t("help")}</p>
    </Section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { LevelProperty } from "./LevelProperty";
import { Section } from "./Section";
import { TextProperty } from "./TextProperty";

const styles = ["roman", "arabic", "letter", "dash", "none"] as const;

/** Properties of headings. */
export function HeadingPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.heading");
  return (
    <Section title={t("section")}>
      <TextProperty places={places} property="text" label={t("text")} />
      <LevelProperty places={places} />
      <ChoiceProperty
        places={places}
        property="numbering"
        label={t("numbering")}
        absent={t("byLevel")}
        choices={styles.map((value) => ({ value, label: t(`style.${value}`) }))}
      />
    </Section>
  );
}

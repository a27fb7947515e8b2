"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { Section } from "./Section";
import { TextProperty } from "./TextProperty";

const styles = ["body", "bold", "note", "centre", "right"] as const;

/** Properties of paragraphs. */
export function TextPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.paragraph");
  return (
    <Section title={t("section")}>
      <TextProperty places={places} property="text" label={t("text")} lines="many" />
      <ChoiceProperty
        places={places}
        property="style"
        label={t("style")}
        byDefault="body"
        choices={styles.map((value) => ({ value, label: t(`styles.${value}`) }))}
      />
    </Section>
  );
}

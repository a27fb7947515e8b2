"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { Section } from "./Section";

/** Properties of breaks of the page. */
export function PageBreakPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.pageBreak");
  return (
    <Section title={t("name")}>
      <ChoiceProperty
        places={places}
        property="orientation"
        label={t("orientation")}
        absent={t("same")}
        choices={(["portrait", "landscape"] as const).map((value) => ({ value, label: t(value) }))}
      />
    </Section>
  );
}

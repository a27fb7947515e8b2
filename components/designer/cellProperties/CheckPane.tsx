"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/designer/properties/Section";
import { useDesigner } from "@/components/designer/store";
import { type Place, partAt } from "@/lib/template/edit";
import { CheckFields } from "./CheckEditor";

/** A rule that is selected in the outline. */
export function CheckPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula.check");
  const [place] = places;
  const formula = useDesigner(({ template }) => {
    const part = place && partAt(template, place);
    return part !== undefined && "severity" in part ? part.formula : undefined;
  });
  if (place?.kind !== "check" || formula === undefined || places.length > 1) return null;
  return (
    <Section title={t("one")}>
      <CheckFields place={place} block={place.block} formula={formula} />
    </Section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { UnitOfMeasureInput } from "@/components/catalogue";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

/** The unit of measure of figures, any words, with those of the catalogue offered. */
export function UnitProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "unit");
  return (
    <UnitOfMeasureInput
      size="xs"
      label={t("field.unit")}
      placeholder={shared.kind === "mixed" ? t("properties.mixed") : ""}
      value={shared.kind === "same" && typeof shared.value === "string" ? shared.value : ""}
      error={problem ? say(problem) : undefined}
      onChange={(words) => set(words === "" ? undefined : words)}
      onBlur={leave}
    />
  );
}

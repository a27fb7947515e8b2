"use client";

import { useTranslations } from "next-intl";
import { UnitOfMeasureInput } from "@/components/catalogue";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";

interface UnitPropertyProps {
  readonly places: readonly Place[];
  /** What holds where there is none: shown in its place. */
  readonly inherited: string | undefined;
}

/** The unit of measure as it is printed. */
export function UnitProperty({ places, inherited }: UnitPropertyProps) {
  const t = useTranslations("designerFormula");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "unit");
  return (
    <UnitOfMeasureInput
      size="xs"
      label={t("unit")}
      placeholder={shared.kind === "mixed" ? t("mixed") : inherited}
      value={shared.kind === "same" && typeof shared.value === "string" ? shared.value : ""}
      error={problem ? say(problem) : undefined}
      onChange={(unit) => set(unit === "" ? undefined : unit)}
      onBlur={leave}
    />
  );
}

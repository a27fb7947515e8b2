"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { headingLevels } from "@/components/designer/blocks/headingKeys";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

/** The level of headings in the outline. */
export function LevelProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "level");
  return (
    <NativeSelect
      size="xs"
      label={t("heading.level")}
      error={problem ? say(problem) : undefined}
      value={shared.kind === "same" ? String(shared.value) : ""}
      data={[
        ...(shared.kind === "same" ? [] : [{ value: "", label: t("properties.mixed"), disabled: true }]),
        ...headingLevels.map((level) => ({ value: String(level), label: t(`heading.levels.${level}`) })),
      ]}
      onChange={(event) => {
        set(Number(event.currentTarget.value));
        leave();
      }}
    />
  );
}

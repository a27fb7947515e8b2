"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

interface ChoicePropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly help?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What holds where the property is absent: choosing it takes the property away. */
  readonly absent?: string;
  /** The choice that absence means, where it is one of them: it is stored as absence. */
  readonly byDefault?: string;
}

/** One of a few values for the selected parts. */
export function ChoiceProperty({ places, property, label, help, choices, absent, byDefault }: ChoicePropertyProps) {
  const t = useTranslations("designerBlocks.properties");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, property);
  const chosen =
    shared.kind === "same" && typeof shared.value === "string" ? shared.value : shared.kind === "mixed" ? mixedValue : (byDefault ?? "");
  return (
    <NativeSelect
      size="xs"
      label={label}
      description={help}
      error={problem ? say(problem) : undefined}
      value={chosen}
      data={[
        ...(shared.kind === "mixed" ? [{ value: mixedValue, label: t("mixed"), disabled: true }] : []),
        ...(absent === undefined ? [] : [{ value: "", label: absent }]),
        ...choices,
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value === "" || value === byDefault ? undefined : value);
        leave();
      }}
    />
  );
}

const mixedValue = "\u2014";

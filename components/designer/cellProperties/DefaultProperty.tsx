"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ChoiceProperty } from "@/components/designer/properties/ChoiceProperty";
import { NumberProperty } from "@/components/designer/properties/NumberProperty";
import { useProperty } from "@/components/designer/properties/useProperty";
import { WordsProperty } from "@/components/designer/properties/WordsProperty";
import { type Choices, textIn, type ValueType } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

interface DefaultPropertyProps {
  readonly places: readonly Place[];
  readonly type: ValueType;
  readonly choices: Choices;
  readonly inherited: string | undefined;
}

/** What a new report starts with, entered as the type wants it. */
export function DefaultProperty({ places, type, choices, inherited }: DefaultPropertyProps) {
  const t = useTranslations("designerFormula");
  const shared = { places, property: "default", label: t("default") };
  switch (type) {
    case "number":
    case "integer":
    case "percent":
      return <NumberProperty {...shared} kind={type === "integer" ? "whole" : "figure"} placeholder={inherited ?? t("none")} />;
    case "choice":
      return (
        <ChoiceProperty
          {...shared}
          absent={inherited ?? t("none")}
          choices={choices.map(({ value, label }) => ({ value, label: textIn(label, "vi") }))}
        />
      );
    case "boolean":
      return <YesNo places={places} inherited={inherited} />;
    default:
      return <WordsProperty {...shared} placeholder={type === "date" ? t("dateFormat") : (inherited ?? t("none"))} />;
  }
}

function YesNo({ places, inherited }: Pick<DefaultPropertyProps, "places" | "inherited">) {
  const t = useTranslations("designerFormula");
  const { shared, set, leave } = useProperty(places, "default");
  return (
    <NativeSelect
      size="xs"
      label={t("default")}
      value={shared.kind === "mixed" ? "mixed" : shared.kind === "same" ? String(shared.value) : ""}
      data={[
        ...(shared.kind === "mixed" ? [{ value: "mixed", label: t("mixed"), disabled: true }] : []),
        { value: "", label: inherited ?? t("none") },
        { value: "true", label: t("yes") },
        { value: "false", label: t("no") },
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value === "" ? undefined : value === "true");
        leave();
      }}
    />
  );
}

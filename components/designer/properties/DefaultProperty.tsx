"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { type Field, textIn } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { NumberProperty } from "./NumberProperty";
import { useProperty } from "./useProperty";
import { WordsProperty } from "./WordsProperty";

interface DefaultPropertyProps {
  readonly places: readonly Place[];
  /** Of all of the places. */
  readonly type: Exclude<Field["type"], "attachment">;
}

/** The value that a new report starts with, entered as its type is. */
export function DefaultProperty({ places, type }: DefaultPropertyProps) {
  const t = useTranslations("designerBlocks.field");
  switch (type) {
    case "number":
    case "percent":
      return <NumberProperty places={places} property="default" label={t("default")} kind="figure" placeholder={t("noDefault")} />;
    case "integer":
      return <NumberProperty places={places} property="default" label={t("default")} kind="whole" placeholder={t("noDefault")} />;
    case "text":
    case "unit":
      return <WordsProperty places={places} property="default" label={t("default")} placeholder={t("noDefault")} />;
    case "date":
      return <DateDefault places={places} />;
    case "boolean":
    case "choice":
      return <ChosenDefault places={places} type={type} />;
  }
}

function DateDefault({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.field");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "default");
  return (
    <TextInput
      type="date"
      size="xs"
      label={t("default")}
      error={problem ? say(problem) : undefined}
      value={shared.kind === "same" && typeof shared.value === "string" ? shared.value : ""}
      onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

function ChosenDefault({ places, type }: { readonly places: readonly Place[]; readonly type: "boolean" | "choice" }) {
  const t = useTranslations("designerBlocks");
  const locale = useLocale();
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, "default");
  const choices = useDesigner(({ template }) => {
    const [first] = places;
    const part = first && partAt(template, first);
    return part !== undefined && "choices" in part ? part.choices : undefined;
  });
  const data =
    type === "boolean"
      ? [
          { value: "true", label: t("field.yes") },
          { value: "false", label: t("field.no") },
        ]
      : (choices ?? []).map(({ value, label }) => ({ value, label: textIn(label, locale) || value }));
  return (
    <NativeSelect
      size="xs"
      label={t("field.default")}
      error={problem ? say(problem) : undefined}
      value={shared.kind === "mixed" ? "mixed" : shared.kind === "same" ? String(shared.value) : ""}
      data={[
        ...(shared.kind === "mixed" ? [{ value: "mixed", label: t("properties.mixed"), disabled: true }] : []),
        { value: "", label: t("field.noDefault") },
        ...data,
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value === "" ? undefined : type === "boolean" ? value === "true" : value);
        leave();
      }}
    />
  );
}

"use client";

import { Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useSay } from "@/components/ui/useSay";
import type { Text } from "@/lib/template";
import { type Place, putText, type Value } from "@/lib/template/edit";

interface LabelPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  /** A text that must be stays as empty words. */
  readonly whenEmpty: "keep" | "clear";
}

/** A text in both languages, for one part or several. */
export function LabelProperty({ places, property, label, whenEmpty }: LabelPropertyProps) {
  const t = useTranslations("designerFormula");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, property);
  const text = shared.kind === "same" ? (shared.value as unknown as Text) : undefined;
  const put = (locale: "vi" | "en", words: string) => {
    const next = putText(text, locale, words);
    set(next === undefined ? (whenEmpty === "keep" ? { vi: "" } : undefined) : (next as unknown as Value));
  };
  const mixed = shared.kind === "mixed" ? t("mixed") : undefined;
  return (
    <>
      {(["vi", "en"] as const).map((locale) => (
        <Textarea
          key={locale}
          size="xs"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={5000}
          label={t(`inLanguage.${locale}`, { label })}
          lang={locale}
          value={text?.[locale] ?? ""}
          placeholder={mixed ?? (locale === "en" ? text?.vi : undefined)}
          error={locale === "vi" && problem ? say(problem) : undefined}
          onChange={(event) => put(locale, event.currentTarget.value.replace(/\n/g, " "))}
          onBlur={leave}
        />
      ))}
    </>
  );
}

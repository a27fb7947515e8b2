"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSay } from "@/components/ui/useSay";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

interface WordsPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** What becomes of an empty input: most properties are taken away. */
  readonly whenEmpty?: "keep" | "clear";
}

/** A property that is words of no language: a code, the number of a form, a name. */
export function WordsProperty({ places, property, label, help, placeholder, whenEmpty = "clear" }: WordsPropertyProps) {
  const t = useTranslations("designerBlocks.properties");
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, property);
  /** What was refused stays in the input until it is mended or left. */
  const [refused, setRefused] = useState<string>();
  const stored = shared.kind === "same" && typeof shared.value === "string" ? shared.value : "";
  return (
    <TextInput
      size="xs"
      label={label}
      description={help}
      placeholder={shared.kind === "mixed" ? t("mixed") : placeholder}
      value={refused ?? stored}
      error={refused !== undefined && problem ? say(problem) : undefined}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setRefused(set(typed === "" && whenEmpty === "clear" ? undefined : typed) ? undefined : typed);
      }}
      onBlur={leave}
    />
  );
}

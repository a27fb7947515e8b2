"use client";

import { TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useSay } from "@/components/ui/useSay";
import { formatNumber, parseNumber } from "@/lib/form";
import type { Problem } from "@/lib/problem";
import type { Place } from "@/lib/template/edit";
import { useProperty } from "./useProperty";

interface NumberPropertyProps {
  readonly places: readonly Place[];
  readonly property: string;
  readonly label: string;
  readonly help?: string;
  /** Whole numbers, or figures with as many decimals as are typed. */
  readonly kind: "whole" | "figure";
  /** Shown where there is none: what holds then. */
  readonly placeholder?: string;
}

const decimalsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;

const notANumber: Problem = { code: "designerBlocks.notANumber", params: {}, at: "", severity: "error" };
const notWhole: Problem = { code: "designerBlocks.notWhole", params: {}, at: "", severity: "error" };

/** Why what was typed is no number for this property; blank takes the number away. */
function slipOf(value: number | string | null, kind: "whole" | "figure"): Problem | undefined {
  if (typeof value === "string") return notANumber;
  return kind === "whole" && value !== null && !Number.isInteger(value) ? notWhole : undefined;
}

/** A number of the selected parts, typed as the reader's language writes numbers. */
export function NumberProperty({ places, property, label, help, kind, placeholder }: NumberPropertyProps) {
  const t = useTranslations("designerBlocks.properties");
  const locale = useLocale();
  const say = useSay();
  const { shared, set, problem, leave } = useProperty(places, property);
  /** What is being typed: "1," is on its way to "1,5". */
  const [typed, setTyped] = useState<string>();
  const [slip, setSlip] = useState<Problem>();
  const stored =
    shared.kind === "same" && typeof shared.value === "number" ? formatNumber(shared.value, decimalsOf(shared.value), locale) : "";
  const error = slip ?? (typed === undefined ? undefined : problem);

  const read = (words: string): void => {
    setTyped(words);
    const parsed = parseNumber(words, locale);
    const found = parsed.ok ? slipOf(parsed.value, kind) : parsed.error;
    setSlip(found);
    if (!found && parsed.ok && typeof parsed.value !== "string") set(parsed.value ?? undefined);
  };

  return (
    <TextInput
      size="xs"
      label={label}
      description={help}
      inputMode="decimal"
      autoComplete="off"
      placeholder={shared.kind === "mixed" ? t("mixed") : placeholder}
      value={typed ?? stored}
      error={error ? say(error) : undefined}
      onChange={(event) => read(event.currentTarget.value)}
      onBlur={() => {
        leave();
        // What could not be read stays, with the reason; the rest is shown as it was stored.
        if (!error) setTyped(undefined);
      }}
    />
  );
}

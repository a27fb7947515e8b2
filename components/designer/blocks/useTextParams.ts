"use client";

import { useLocale, useNow, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDesigner } from "@/components/designer/store";
import { cutoffOf, dayInVietnam, defaultCutoff, periodHolding, textParams } from "@/lib/period";
import type { TextParams } from "@/lib/template";

/** What `{year}`, `{period}` … are shown as while designing: the words of the present period of the template's first frequency. */
export function useTextParams(): TextParams {
  const frequency = useDesigner(({ template }) => template.frequencies[0] ?? "month");
  const locale = useLocale();
  const t = useTranslations("designerBlocks");
  const today = dayInVietnam(useNow());
  const unit = t("sampleUnit");
  return useMemo(() => {
    // Some days lie in no period (October for nine months); the middle of March lies in one of every frequency.
    const period = periodHolding(frequency, today) ?? periodHolding(frequency, `${today.slice(0, 4)}-03-15`);
    if (!period) return { unit };
    return textParams(period, cutoffOf(period, defaultCutoff[frequency]), unit, locale);
  }, [frequency, today, unit, locale]);
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Speech } from "./referenceWords";
import { useTextParams } from "./useTextParams";

/** How parts of the template are named on this screen. */
export function useSpeech(): Speech {
  const t = useTranslations("designerBlocks");
  const locale = useLocale();
  const params = useTextParams();
  return useMemo(
    () => ({
      locale,
      params,
      table: (number) => t("tableNumber", { number }),
      indicator: (code) => t("indicatorCode", { code }),
      nameless: t("nameless"),
    }),
    [t, locale, params],
  );
}

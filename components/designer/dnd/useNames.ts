"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDesignerStore } from "@/components/designer/store";
import type { NameContext } from "./partName";

/** What parts are named with, of the template as it stands when it is asked. */
export function useNames(): () => NameContext {
  const store = useDesignerStore();
  const t = useTranslations("designerPage");
  return useCallback(() => {
    const { template, textLocale } = store.snapshot();
    return { template, locale: textLocale, t };
  }, [store, t]);
}

"use client";

import { UnstyledButton } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Locale } from "@/lib/messages";
import classes from "./account.module.css";

const names: Readonly<Record<Locale, string>> = { vi: "Tiếng Việt", en: "English" };

/** Chooses the language of the pages before signing in. */
export function LanguageSwitch({ choose }: { readonly choose: (locale: Locale) => Promise<void> }) {
  const t = useTranslations("signIn");
  const current = useLocale();
  const [pending, start] = useTransition();
  return (
    <fieldset className={classes.languages} aria-label={t("language")}>
      {(["vi", "en"] as const).map((locale) => (
        <UnstyledButton
          key={locale}
          lang={locale}
          className={classes.language}
          aria-pressed={locale === current}
          disabled={pending}
          onClick={() => start(() => choose(locale))}
        >
          {names[locale]}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

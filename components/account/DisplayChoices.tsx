"use client";

import { Radio, Stack, useMantineColorScheme } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { isLocale, type Locale } from "@/lib/messages";
import type { Problem } from "@/lib/problem";

const schemes = ["light", "dark", "auto"] as const;

interface DisplayChoicesProps {
  readonly locale: Locale;
  /** Keeps a language with the account and this device. */
  readonly chooseLocale: (locale: Locale) => Promise<void>;
}

/** Language (of the account) and colours (of this device). */
export function DisplayChoices({ locale, chooseLocale }: DisplayChoicesProps) {
  const t = useTranslations("account");
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know what this device chose; until it is known here, nothing is marked.
  const mounted = useMounted();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const choose = async (wanted: string) => {
    const answer = await callApi("PATCH", "/account", { locale: wanted });
    setProblems(answer.ok ? [] : answer.error.problems);
    // The device follows, else it would bring the old one back at the next sign-in.
    if (answer.ok && isLocale(wanted)) await chooseLocale(wanted).catch(() => undefined);
    router.refresh();
  };

  return (
    <Stack gap="md">
      {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
      <Radio.Group label={t("language")} value={locale} onChange={choose}>
        <Stack gap={6} mt={6}>
          <Radio value="vi" label="Tiếng Việt" lang="vi" />
          <Radio value="en" label="English" lang="en" />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t("scheme")}
        value={mounted ? colorScheme : null}
        onChange={(wanted) => setColorScheme(schemes.find((scheme) => scheme === wanted) ?? "auto")}
      >
        <Stack gap={6} mt={6}>
          {schemes.map((scheme) => (
            <Radio key={scheme} value={scheme} label={t(scheme)} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

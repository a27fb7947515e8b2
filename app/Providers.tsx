"use client";

import { MantineProvider, MantineThemeProvider, Notification } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { NextIntlClientProvider, useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useMemo } from "react";
import { cssVariablesResolver, theme } from "@/components/theme";

interface ProvidersProps
  extends Pick<ComponentProps<typeof NextIntlClientProvider>, "locale" | "messages" | "timeZone" | "formats" | "now"> {
  readonly children: ReactNode;
}

/** A message that is missing is a defect: it stops tests and development, and in production shows its key. */
const onIntlError = (error: Error) => {
  if (process.env.NODE_ENV !== "production") throw error;
};

/** What components find around them: words and formats, theme, dialogs, notices. */
export function Providers({ children, ...intl }: ProvidersProps) {
  return (
    <NextIntlClientProvider {...intl} onError={onIntlError}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <ModalsProvider>
          <Notices />
          {children}
        </ModalsProvider>
      </MantineProvider>
    </NextIntlClientProvider>
  );
}

/** Notices of what was done; the theme knows no words, so what closes one is named here. */
function Notices() {
  const t = useTranslations("shell");
  const closing = t("closeNotice");
  const named = useMemo(
    () => ({ components: { Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": closing } } }) } }),
    [closing],
  );
  return (
    <MantineThemeProvider inherit theme={named}>
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
}

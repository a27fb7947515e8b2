"use client";

import { MantineProvider, MantineThemeProvider } from "@mantine/core";
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
        <NamedClosing>
          <ModalsProvider>
            <Notifications position="bottom-right" />
            {children}
          </ModalsProvider>
        </NamedClosing>
      </MantineProvider>
    </NextIntlClientProvider>
  );
}

/** What closes dialogs and notices has a name, unless a dialog gives its own: the theme itself knows no words. */
function NamedClosing({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("shell");
  const [dialog, notice] = [t("closeDialog"), t("closeNotice")];
  const named = useMemo(
    () => ({
      components: {
        Modal: { defaultProps: { closeButtonProps: { "aria-label": dialog } } },
        Notification: { defaultProps: { closeButtonProps: { "aria-label": notice } } },
      },
    }),
    [dialog, notice],
  );
  return (
    <MantineThemeProvider inherit theme={named}>
      {children}
    </MantineThemeProvider>
  );
}

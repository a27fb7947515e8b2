"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
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
          <Notifications position="bottom-right" />
          {children}
        </ModalsProvider>
      </MantineProvider>
    </NextIntlClientProvider>
  );
}

import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getMessages, getNow, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatsOf } from "@/lib/http";
import type { Messages } from "@/lib/messages";
import { Providers } from "./Providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The help is long and rendered on the server: it does not go along with every page. */
const messagesOfScreens = ({ help: _, ...others }: Messages): Omit<Messages, "help"> => others;

/** The document around every page. Reading the nonce makes pages render for each request, which it needs. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const [locale, messages, timeZone, now] = await Promise.all([getLocale(), getMessages(), getTimeZone(), getNow()]);
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers locale={locale} messages={messagesOfScreens(messages)} timeZone={timeZone} formats={formatsOf(locale)} now={now}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

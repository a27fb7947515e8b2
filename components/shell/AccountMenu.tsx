"use client";

import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconHelp,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { callApi } from "@/components/ui/apiClient";
import type { ChooseLocale, Viewer } from "./AppFrame";
import classes from "./shell.module.css";

const schemes = [
  { key: "light", icon: IconSun, IconUserCircle },
  { key: "dark", icon: IconMoon },
  { key: "auto", icon: IconDeviceDesktop },
] as const;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0))
    .join("")
    .toUpperCase();

/** Language, colour scheme, password, sign-out. */
export function AccountMenu({ viewer, chooseLocale }: { readonly viewer: Viewer; readonly chooseLocale: ChooseLocale }) {
  const t = useTranslations("shell.account");
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  const choose = async (locale: "vi" | "en") => {
    const answer = await callApi("PATCH", "/account", { locale });
    if (!answer.ok) return;
    // The device follows, else it would bring the old one back at the next sign-in.
    await chooseLocale(locale).catch(() => undefined);
    router.refresh();
  };

  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t("menu", { name: viewer.displayName })}>
          <span className={classes.initials} aria-hidden>
            {initials(viewer.displayName)}
          </span>
          <span className={classes.accountName}>{viewer.displayName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("signedInAs", { username: viewer.username })}</Menu.Label>
        <Menu.Item component={Link} href="/account" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t("own")}
        </Menu.Item>
        <Menu.Item component={Link} href="/change-password" leftSection={<IconKey size={16} aria-hidden />}>
          {t("password")}
        </Menu.Item>
        <Menu.Item component={Link} href="/help" leftSection={<IconHelp size={16} aria-hidden />}>
          {t("help")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("language")}</Menu.Label>
        {(["vi", "en"] as const).map((locale) => (
          <Menu.Item
            key={locale}
            lang={locale}
            leftSection={<IconLanguage size={16} aria-hidden />}
            rightSection={viewer.locale === locale ? <IconCheck size={16} aria-label={t("chosen")} /> : null}
            onClick={() => choose(locale)}
          >
            {locale === "vi" ? "Tiếng Việt" : "English"}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("scheme")}</Menu.Label>
        {schemes.map(({ key, icon: Icon }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === key ? <IconCheck size={16} aria-label={t("chosen")} /> : null}
            onClick={() => setColorScheme(key)}
          >
            {t(key)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut({ callbackUrl: "/sign-in" })}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

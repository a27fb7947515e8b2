"use client";

import { AppShell, Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconChecklist,
  IconFileDescription,
  IconHome,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconRuler2,
  IconTemplate,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import type { Role } from "@/lib/auth/actor";
import type { Locale } from "@/lib/messages";
import { AccountMenu } from "./AccountMenu";
import { isCurrent, type RoomLink, roomsFor } from "./rooms";
import { SignInAgain } from "./SignInAgain";
import { SkipLink } from "./SkipLink";
import classes from "./shell.module.css";

/** Who looks at the screen, as far as the frame shows it. */
export interface Viewer {
  readonly username: string;
  readonly displayName: string;
  readonly locale: "vi" | "en";
  readonly roles: readonly Role[];
  /** Units at which the account works. */
  readonly units: readonly string[];
  /** Whether it follows the reports of other units. */
  readonly follows: boolean;
}

const icons: Readonly<Record<RoomLink["key"], TablerIcon>> = {
  templates: IconTemplate,
  indicators: IconListDetails,
  measureUnits: IconRuler2,
  reports: IconFileDescription,
  review: IconChecklist,
  collect: IconInbox,
  accounts: IconUsers,
};

interface NavItemProps {
  readonly href: string;
  readonly icon: TablerIcon;
  readonly label: string;
  readonly current: boolean;
}

function NavItem({ href, icon: Icon, label, current }: NavItemProps) {
  return (
    <Link href={href} className={classes.link} aria-current={current ? "page" : undefined}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {label}
    </Link>
  );
}

/** Keeps a language with the account and this device. */
export type ChooseLocale = (locale: Locale) => Promise<void>;

/** Where a template is designed the side bar waits behind its button: the page of paper needs the room. */
const takesWholeWidth = (path: string): boolean => /^\/templates\/[^/]+\/design$/.test(path);

interface AppFrameProps {
  readonly viewer: Viewer;
  readonly chooseLocale: ChooseLocale;
  readonly children: ReactNode;
}

/** The frame of every page after signing in: top bar, side bar of work rooms, page. */
export function AppFrame({ viewer, chooseLocale, children }: AppFrameProps) {
  const t = useTranslations("shell");
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = usePathname();
  const rooms = roomsFor(viewer);
  const wide = takesWholeWidth(path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a small screen closes when the page changes
  useEffect(close, [path]);

  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !opened, desktop: wide && !opened } }}
      padding={0}
    >
      <AppShell.Header className={classes.header}>
        <SkipLink label={t("skip")} />
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom={wide ? undefined : "sm"}
          size="sm"
          color="var(--mantine-color-text)"
          aria-label={t(opened ? "closeMenu" : "openMenu")}
          aria-expanded={opened}
          aria-controls="rooms"
        />
        <Link href="/" className={classes.brand}>
          <span className={classes.brandMark} aria-hidden>
            <IconLayoutDashboard size={20} stroke={1.75} />
          </span>
          <span>
            {t("product")}
            <span className={classes.brandLine}>{t("tagline")}</span>
          </span>
        </Link>
        <div className={classes.unit} title={viewer.units.join(" · ")}>
          {viewer.units.join(" · ")}
        </div>
        <AccountMenu viewer={viewer} chooseLocale={chooseLocale} />
      </AppShell.Header>
      <AppShell.Navbar id="rooms" className={classes.navbar} aria-label={t("rooms")}>
        <NavItem href="/" icon={IconHome} label={t("nav.home")} current={path === "/"} />
        {rooms.map((room) => (
          <section key={room.key} aria-labelledby={`room-${room.key}`}>
            <h2 id={`room-${room.key}`} className={classes.room}>
              {t(`room.${room.key}`)}
            </h2>
            {room.links.map((link) => (
              <NavItem
                key={link.key}
                href={link.href}
                icon={icons[link.key]}
                label={t(`nav.${link.key}`)}
                current={isCurrent(link, path)}
              />
            ))}
          </section>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </AppShell.Main>
      <SignInAgain username={viewer.username} />
    </AppShell>
  );
}

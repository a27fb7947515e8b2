"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LibraryItem } from "@/lib/service/designTypes";
import { actIcons } from "./actIcons";
import type { LibraryAct } from "./actsOf";
import { exportHref } from "./exportHref";
import type { LibraryDialog } from "./libraryDialog";

interface ActItemProps {
  readonly act: LibraryAct;
  readonly template: LibraryItem;
  readonly show: (dialog: LibraryDialog) => void;
  readonly startDraft: (templateId: string) => void;
}

/** An act on a template, as an item of a menu. */
export function ActItem({ act, template, show, startDraft }: ActItemProps) {
  const t = useTranslations("library.act");
  const Icon = actIcons[act];
  const icon = <Icon size={16} aria-hidden />;
  switch (act) {
    case "design":
      return (
        <Menu.Item component={Link} href={`/templates/${template.id}/design`} leftSection={icon}>
          {t(act)}
        </Menu.Item>
      );
    case "newVersion":
      return (
        <Menu.Item leftSection={icon} onClick={() => startDraft(template.id)}>
          {t(act)}
        </Menu.Item>
      );
    case "export":
      return (
        <Menu.Item component="a" href={exportHref(template.id)} download leftSection={icon}>
          {t(act)}
        </Menu.Item>
      );
    default:
      return (
        <Menu.Item leftSection={icon} onClick={() => show({ kind: act, template })}>
          {t(act)}
        </Menu.Item>
      );
  }
}

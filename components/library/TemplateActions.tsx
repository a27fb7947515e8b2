"use client";

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { LibraryItem } from "@/lib/service/designTypes";
import type { UnitRef } from "@/lib/service/types";
import { ActItem } from "./ActItem";
import { actIcons } from "./actIcons";
import { actsOf, type LibraryAct } from "./actsOf";
import { exportHref } from "./exportHref";
import { LibraryDialogs } from "./LibraryDialogs";
import type { LibraryDialog } from "./libraryDialog";
import { useStartDraft } from "./useStartDraft";

interface TemplateActionsProps {
  readonly template: LibraryItem;
  readonly designed: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
  /** Further buttons, between designing and copying. */
  readonly children?: ReactNode;
}

/** Those that stand in the head of the page; the others are in a menu beside them. */
const asButtons: readonly LibraryAct[] = ["design", "newVersion", "fork", "export"];

/** What may be done with a template, in the head of its page. */
export function TemplateActions({ template, designed, sectors, children }: TemplateActionsProps) {
  const t = useTranslations("library.act");
  const [dialog, setDialog] = useState<LibraryDialog>();
  const { busy, start } = useStartDraft();
  const acts = actsOf(template, { designs: designed.length > 0 });
  const rest = acts.filter((act) => !asButtons.includes(act));
  const iconOf = (act: LibraryAct) => {
    const Icon = actIcons[act];
    return <Icon size={16} aria-hidden />;
  };
  return (
    <>
      {acts.includes("design") ? (
        <Button component={Link} href={`/templates/${template.id}/design`} leftSection={iconOf("design")}>
          {t("design")}
        </Button>
      ) : null}
      {acts.includes("newVersion") ? (
        <Button leftSection={iconOf("newVersion")} loading={busy !== undefined} onClick={() => start(template.id)}>
          {t("newVersion")}
        </Button>
      ) : null}
      {children}
      {acts.includes("fork") ? (
        <Button variant="default" leftSection={iconOf("fork")} title={t("fork")} onClick={() => setDialog({ kind: "fork", template })}>
          {t("forkShort")}
        </Button>
      ) : null}
      <Button variant="default" component="a" href={exportHref(template.id)} download leftSection={iconOf("export")}>
        {t("export")}
      </Button>
      {rest.length > 0 ? (
        <Menu position="bottom-end" width={240} shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t("more")}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((act) => (
              <ActItem key={act} act={act} template={template} show={setDialog} startDraft={start} />
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <LibraryDialogs dialog={dialog} designed={designed} sectors={sectors} onClose={() => setDialog(undefined)} />
    </>
  );
}

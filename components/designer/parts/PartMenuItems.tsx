"use client";

import { Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { usePartActions } from "./usePartActions";

interface PartMenuItemsProps {
  /** What the menu is for, asked when something is chosen. */
  readonly places: () => readonly Place[];
  /** Where it can be renamed in place. */
  readonly onRename?: () => void;
}

/** The items of the menu of a part: of its frame on the page, and of its line in the outline. */
export function PartMenuItems({ places, onRename }: PartMenuItemsProps) {
  const t = useTranslations("designerPage");
  const actions = usePartActions();
  return (
    <>
      {onRename ? (
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} rightSection={<Keys keys="F2" />} onClick={onRename}>
          {t("action.rename")}
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden />} onClick={() => actions.nudge(places(), "up")}>
        {t("frame.up")}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden />} onClick={() => actions.nudge(places(), "down")}>
        {t("frame.down")}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => actions.remove(places())}>
        {t("action.remove")}
      </Menu.Item>
    </>
  );
}

/** The keys that do the same. */
const Keys = ({ keys }: { readonly keys: string }) => <kbd style={{ font: "inherit", color: "var(--bm-quiet)" }}>{keys}</kbd>;

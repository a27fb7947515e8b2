"use client";

import { Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowMoveRight,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconCut,
  IconHandMove,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconTrash,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { usePartActions } from "./usePartActions";

interface PartMenuItemsProps {
  /** What the menu is for, asked when something is chosen. */
  readonly places: () => readonly Place[];
  /** Parts that stand in a tree can also go in and out. */
  readonly isNested?: boolean;
  /** Where it can be renamed in place. */
  readonly onRename?: (() => void) | undefined;
  /** Where it is picked up by keyboard from its line. */
  readonly onPickUp?: (() => void) | undefined;
}

/** The items of the menu of a part: of its frame on the page, and of its line in the outline. */
export function PartMenuItems({ places, isNested = false, onRename, onPickUp }: PartMenuItemsProps) {
  const t = useTranslations("designerPage");
  const actions = usePartActions();
  const item = (name: string, Icon: TablerIcon, keys: string | undefined, onClick: () => void, color?: string) => (
    <Menu.Item
      leftSection={<Icon size={15} aria-hidden />}
      rightSection={keys ? <kbd style={{ font: "inherit", fontSize: "0.75rem" }}>{keys}</kbd> : null}
      onClick={onClick}
      {...(color ? { c: color } : {})}
    >
      {name}
    </Menu.Item>
  );
  return (
    <>
      {onRename ? item(t("action.rename"), IconPencil, "F2", onRename) : null}
      {item(t("action.duplicate"), IconCopyPlus, "Ctrl+D", () => actions.duplicate(places()))}
      {item(t("action.copy"), IconCopy, "Ctrl+C", () => actions.copy(places(), "copy"))}
      {item(t("action.cut"), IconCut, "Ctrl+X", () => actions.copy(places(), "cut"))}
      {item(t("action.paste"), IconClipboard, "Ctrl+V", actions.paste)}
      <Menu.Divider />
      {item(t("action.moveTo"), IconArrowMoveRight, undefined, () => actions.moveTo(places()))}
      {onPickUp ? item(t("action.pickUp"), IconHandMove, "Ctrl+Enter", onPickUp) : null}
      {item(t("frame.up"), IconArrowUp, "Alt+↑", () => actions.nudge(places(), "up"))}
      {item(t("frame.down"), IconArrowDown, "Alt+↓", () => actions.nudge(places(), "down"))}
      {isNested ? item(t("frame.in"), IconIndentIncrease, "Alt+→", () => actions.nudge(places(), "in")) : null}
      {isNested ? item(t("frame.out"), IconIndentDecrease, "Alt+←", () => actions.nudge(places(), "out")) : null}
      <Menu.Divider />
      {item(t("action.remove"), IconTrash, "Delete", () => actions.remove(places()), "var(--bm-error)")}
    </>
  );
}

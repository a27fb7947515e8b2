"use client";

import { Menu } from "@mantine/core";
import { IconClipboard, IconCopy, IconCopyPlus, IconCut, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ColumnGroupItems, ColumnPlaceItems, ColumnRepeatItem } from "./ColumnItems";
import { Keys } from "./Keys";
import { NumberingItems, RowMoveItems, RowPlaceItems, RowRepeatItems, RowSortItems } from "./RowItems";
import type { Structure } from "./useStructure";

/** Where the menu was asked for, within the frame of the table. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
  readonly axes: readonly ("row" | "column")[];
}

interface TableContextMenuProps {
  readonly block: string;
  readonly structure: Structure;
  readonly point: MenuPoint | undefined;
  readonly onClose: () => void;
  readonly onClipboard: (act: "copy" | "cut" | "paste") => void;
}

const icon = { size: 15, "aria-hidden": true } as const;

/** All that can be done with the selected rows, columns or cells; by the right button, Shift+F10 or the menu key. */
export function TableContextMenu({ block, structure, point, onClose, onClipboard }: TableContextMenuProps) {
  const t = useTranslations("designerTable");
  const has = (axis: "row" | "column") => point?.axes.includes(axis) === true;
  const main = point?.axes[0] ?? "row";
  return (
    <Menu
      opened={point !== undefined}
      onClose={onClose}
      // Beside the pointer: up and down it is shifted into the window, which it nearly fills.
      position="right-start"
      offset={2}
      styles={{ item: { paddingBlock: 3 }, label: { paddingBlock: 2 } }}
      shadow="md"
      width={280}
      withinPortal
      returnFocus={false}
      trapFocus
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{ position: "absolute", left: point?.x ?? 0, top: point?.y ?? 0, width: 1, height: 1, pointerEvents: "none" }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("menu")} onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconCut {...icon} />} rightSection={<Keys of="Ctrl+X" />} onClick={() => onClipboard("cut")}>
          {t("act.cut")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} rightSection={<Keys of="Ctrl+C" />} onClick={() => onClipboard("copy")}>
          {t("act.copy")}
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboard {...icon} />} rightSection={<Keys of="Ctrl+V" />} onClick={() => onClipboard("paste")}>
          {t("act.paste")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus {...icon} />} rightSection={<Keys of="Ctrl+D" />} onClick={() => structure.duplicate(main)}>
          {t("act.duplicate")}
        </Menu.Item>
        {has("row") ? (
          <>
            <Menu.Label>{t("rows")}</Menu.Label>
            <RowPlaceItems structure={structure} />
            <RowMoveItems structure={structure} />
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item>{t("act.sort")}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <RowSortItems block={block} structure={structure} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item>{t("act.numbering")}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <NumberingItems block={block} structure={structure} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item>{t("act.repeat")}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <RowRepeatItems block={block} structure={structure} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          </>
        ) : null}
        {has("column") ? (
          <>
            <Menu.Label>{t("columns")}</Menu.Label>
            <ColumnPlaceItems structure={structure} />
            <ColumnGroupItems structure={structure} />
            <ColumnRepeatItem block={block} structure={structure} />
          </>
        ) : null}
        <Menu.Divider />
        {has("row") ? (
          <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => structure.remove("row")}>
            {t("act.removeRows")}
          </Menu.Item>
        ) : null}
        {has("column") ? (
          <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => structure.remove("column")}>
            {t("act.removeColumns")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

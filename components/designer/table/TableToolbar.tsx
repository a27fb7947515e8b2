"use client";

import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsJoin,
  IconArrowsSplit,
  IconArrowUp,
  IconColumnInsertRight,
  IconCopyPlus,
  IconDotsVertical,
  IconIndentDecrease,
  IconIndentIncrease,
  IconListNumbers,
  IconRepeat,
  IconRowInsertBottom,
  IconSum,
  IconTrash,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, type ReactNode, useRef } from "react";
import { ColumnGroupItems, ColumnPlaceItems, ColumnRepeatItem } from "./ColumnItems";
import type { Look } from "./columnWidths";
import { NumberingItems, RowPlaceItems, RowRepeatItems, RowSortItems } from "./RowItems";
import { TableItems } from "./TableItems";
import classes from "./table.module.css";
import type { Structure } from "./useStructure";

interface TableToolbarProps {
  readonly block: string;
  readonly structure: Structure;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  /** What the keyboard stands on; undefined while nothing of the table is selected. */
  readonly axis: "row" | "column" | undefined;
  /** The keyboard goes back to the table when a button has done its work. */
  readonly onDone: () => void;
}

/** The buttons of a table: for who does not know its keys yet, and for who has no mouse, by Tab and arrows. */
export const TableToolbar = memo(function TableToolbar({ block, structure, look, setLook, axis, onDone }: TableToolbarProps) {
  const t = useTranslations("designerTable");
  const bar = useRef<HTMLDivElement>(null);
  const off = axis === undefined;
  const over = axis ?? "row";

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : undefined;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    } else if (step !== undefined && at !== -1) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
  };

  const button = (label: string, Icon: TablerIcon, onClick: () => void, isFirst = false): ReactNode => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        {...(isFirst ? {} : { tabIndex: -1 })}
        disabled={off}
        aria-label={label}
        onClick={() => {
          onClick();
          onDone();
        }}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  const menu = (label: string, Icon: TablerIcon, items: ReactNode, always = false): ReactNode => (
    <Menu position="bottom-start" shadow="md" withinPortal onClose={onDone} returnFocus={false} trapFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} disabled={off && !always} aria-label={label} title={label}>
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{items}</Menu.Dropdown>
    </Menu>
  );
  const row = over === "row";
  return (
    <div ref={bar} role="toolbar" aria-label={t("tools")} className={classes.toolbar} data-off={off || undefined} onKeyDown={onKeyDown}>
      {button(t("act.rowAfter"), IconRowInsertBottom, () => structure.act("addAfter", "row"), true)}
      {button(t("act.columnAfter"), IconColumnInsertRight, () => structure.act("addAfter", "column"))}
      <span className={classes.gap} />
      {button(t(row ? "act.rowUnnest" : "act.columnUnnest"), IconIndentDecrease, () => structure.act("unnest", over))}
      {button(t(row ? "act.rowNest" : "act.columnNest"), IconIndentIncrease, () => structure.act("nest", over))}
      {button(t(row ? "act.up" : "act.left"), row ? IconArrowUp : IconArrowLeft, () => structure.act("moveBack", over))}
      {button(t(row ? "act.down" : "act.right"), row ? IconArrowDown : IconArrowRight, () => structure.act("moveOn", over))}
      <span className={classes.gap} />
      {button(t("act.group"), IconArrowsJoin, () => structure.act("group", "column"))}
      {button(t("act.ungroup"), IconArrowsSplit, () => structure.act("ungroup", "column"))}
      <span className={classes.gap} />
      {menu(t("act.sort"), IconSum, <RowSortItems block={block} structure={structure} />)}
      {menu(t("act.numbering"), IconListNumbers, <NumberingItems block={block} structure={structure} />)}
      {menu(
        t("act.repeat"),
        IconRepeat,
        row ? <RowRepeatItems block={block} structure={structure} /> : <ColumnRepeatItem block={block} structure={structure} />,
      )}
      <span className={classes.gap} />
      {button(t("act.duplicate"), IconCopyPlus, () => structure.duplicate(over))}
      {button(t("act.remove"), IconTrash, () => structure.remove(over))}
      {menu(
        t("act.more"),
        IconDotsVertical,
        <>
          <Menu.Label>{t("rows")}</Menu.Label>
          <RowPlaceItems structure={structure} />
          <Menu.Label>{t("columns")}</Menu.Label>
          <ColumnPlaceItems structure={structure} />
          <ColumnGroupItems structure={structure} />
          <Menu.Divider />
          <TableItems block={block} structure={structure} look={{ look, setLook }} />
        </>,
        true,
      )}
    </div>
  );
});

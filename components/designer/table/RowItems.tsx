"use client";

import { Menu } from "@mantine/core";
import { IconIndentDecrease, IconIndentIncrease, IconRowInsertBottom, IconRowInsertTop, IconSquareRoundedPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { Keys } from "./Keys";
import {
  countedCommand,
  numberingCommand,
  numberingExample,
  numberStyles,
  repeatCommand,
  rowSortCommand,
  rowSorts,
  sameNumbering,
  sortOf,
  usualNumberings,
  withStyle,
} from "./settings";
import { selectedLines } from "./structure";
import type { Structure } from "./useStructure";
import { useTable } from "./useTable";

interface ItemsProps {
  readonly block: string;
  readonly structure: Structure;
}

const icon = { size: 15, "aria-hidden": true } as const;

/** Where a new row can go, and how a row goes in and out. */
export function RowPlaceItems({ structure }: Pick<ItemsProps, "structure">) {
  const t = useTranslations("designerTable.act");
  return (
    <>
      <Menu.Item
        leftSection={<IconRowInsertTop {...icon} />}
        rightSection={<Keys of="Ctrl+Shift+Enter" />}
        onClick={() => structure.act("addBefore", "row")}
      >
        {t("rowBefore")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconRowInsertBottom {...icon} />}
        rightSection={<Keys of="Ctrl+Enter" />}
        onClick={() => structure.act("addAfter", "row")}
      >
        {t("rowAfter")}
      </Menu.Item>
      <Menu.Item leftSection={<IconSquareRoundedPlus {...icon} />} onClick={() => structure.act("addInside", "row")}>
        {t("rowInside")}
      </Menu.Item>
    </>
  );
}

/** In and out, up and down: what Alt and the arrows do. */
export function RowMoveItems({ structure }: Pick<ItemsProps, "structure">) {
  const t = useTranslations("designerTable.act");
  return (
    <>
      <Menu.Item
        leftSection={<IconIndentIncrease {...icon} />}
        rightSection={<Keys of="Alt+→" />}
        onClick={() => structure.act("nest", "row")}
      >
        {t("rowNest")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconIndentDecrease {...icon} />}
        rightSection={<Keys of="Alt+←" />}
        onClick={() => structure.act("unnest", "row")}
      >
        {t("rowUnnest")}
      </Menu.Item>
    </>
  );
}

/** What the selected rows are: group, indicator, total, "of which". */
export function RowSortItems({ block, structure }: ItemsProps) {
  const table = useTable(block);
  const t = useTranslations("designerTable");
  const selection = useDesigner((snapshot) => snapshot.selection);
  const lines = table === undefined ? [] : selectedLines(table, selection);
  const places = lines.map(({ row }) => ({ kind: "row", block, row: row.id }) as const);
  return (
    <>
      {rowSorts.map((sort) => (
        <Menu.RadioItem
          key={sort}
          value={sort}
          checked={lines.length > 0 && lines.every(({ row }) => sortOf(row) === sort)}
          closeMenuOnClick
          onChange={() => structure.step(rowSortCommand(places, sort), undefined)}
        >
          {t(`kind.${sort}`)}
        </Menu.RadioItem>
      ))}
    </>
  );
}

/** How rows are repeated. */
export function RowRepeatItems({ block, structure }: ItemsProps) {
  const table = useTable(block);
  const t = useTranslations("designerTable");
  const selection = useDesigner((snapshot) => snapshot.selection);
  const lines = table === undefined ? [] : selectedLines(table, selection);
  const places = lines.map(({ row }) => ({ kind: "row", block, row: row.id }) as const);
  const by = (row: (typeof lines)[number]["row"]) => (row.kind === "label" ? undefined : row.repeat?.by);
  return (
    <>
      {([undefined, "units", "entries"] as const).map((repeat) => (
        <Menu.RadioItem
          key={repeat ?? "none"}
          value={repeat ?? "none"}
          checked={lines.length > 0 && lines.every(({ row }) => by(row) === repeat)}
          closeMenuOnClick
          onChange={() => structure.step(repeatCommand(places, repeat, t("new.prompt")), undefined)}
        >
          {t(`repeat.${repeat ?? "none"}`)}
        </Menu.RadioItem>
      ))}
    </>
  );
}

/** How rows are numbered: the whole table by usual styles, one depth by its own, one row not at all. */
export function NumberingItems({ block, structure }: ItemsProps) {
  const table = useTable(block);
  const t = useTranslations("designerTable.numbering");
  const store = useDesignerStore();
  const lines = table === undefined ? [] : selectedLines(table, store.snapshot().selection);
  const [line] = lines;
  const styles = table?.rowNumbering;
  return (
    <>
      <Menu.Label>{t("title")}</Menu.Label>
      <Menu.RadioItem
        value="none"
        checked={styles === undefined}
        closeMenuOnClick
        onChange={() => structure.step(numberingCommand(block, undefined), undefined)}
      >
        {t("byHand")}
      </Menu.RadioItem>
      {usualNumberings.map((usual) => (
        <Menu.RadioItem
          key={usual.join()}
          value={usual.join()}
          checked={sameNumbering(styles, usual)}
          closeMenuOnClick
          onChange={() => structure.step(numberingCommand(block, usual), undefined)}
        >
          {numberingExample(usual)}
        </Menu.RadioItem>
      ))}
      {line === undefined ? null : (
        <>
          <Menu.Divider />
          <Menu.Label>{t("depth", { depth: line.depth + 1 })}</Menu.Label>
          {numberStyles.map((style) => (
            <Menu.RadioItem
              key={style}
              value={style}
              checked={styles?.[line.depth] === style}
              closeMenuOnClick
              onChange={() => structure.step(numberingCommand(block, withStyle(styles, line.depth, style)), undefined)}
            >
              {t(`style.${style}`)}
            </Menu.RadioItem>
          ))}
          {styles === undefined ? null : (
            <>
              <Menu.Divider />
              <Menu.CheckboxItem
                checked={line.row.number !== ""}
                closeMenuOnClick
                onChange={() =>
                  structure.step(
                    countedCommand(
                      lines.map(({ row }) => ({ kind: "row", block, row: row.id })),
                      line.row.number === "",
                    ),
                    undefined,
                  )
                }
              >
                {t("counted")}
              </Menu.CheckboxItem>
            </>
          )}
        </>
      )}
    </>
  );
}

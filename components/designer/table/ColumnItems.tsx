"use client";

import { Menu } from "@mantine/core";
import { IconArrowsJoin, IconArrowsSplit, IconColumnInsertLeft, IconColumnInsertRight, IconSquareRoundedPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import { Keys } from "./Keys";
import { repeatCommand } from "./settings";
import { selectedBoxes } from "./structure";
import type { Structure } from "./useStructure";
import { useTable } from "./useTable";

interface ItemsProps {
  readonly block: string;
  readonly structure: Structure;
}

const icon = { size: 15, "aria-hidden": true } as const;

/** Where a new column can go. */
export function ColumnPlaceItems({ structure }: Pick<ItemsProps, "structure">) {
  const t = useTranslations("designerTable.act");
  return (
    <>
      <Menu.Item leftSection={<IconColumnInsertLeft {...icon} />} onClick={() => structure.act("addBefore", "column")}>
        {t("columnBefore")}
      </Menu.Item>
      <Menu.Item leftSection={<IconColumnInsertRight {...icon} />} onClick={() => structure.act("addAfter", "column")}>
        {t("columnAfter")}
      </Menu.Item>
      <Menu.Item leftSection={<IconSquareRoundedPlus {...icon} />} onClick={() => structure.act("addInside", "column")}>
        {t("columnInside")}
      </Menu.Item>
    </>
  );
}

/** Heads over columns: put there, taken away. */
export function ColumnGroupItems({ structure }: Pick<ItemsProps, "structure">) {
  const t = useTranslations("designerTable.act");
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowsJoin {...icon} />}
        rightSection={<Keys of="Ctrl+G" />}
        onClick={() => structure.act("group", "column")}
      >
        {t("group")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsSplit {...icon} />}
        rightSection={<Keys of="Ctrl+Shift+G" />}
        onClick={() => structure.act("ungroup", "column")}
      >
        {t("ungroup")}
      </Menu.Item>
    </>
  );
}

/** Whether the columns under a head are repeated for each subordinate unit. */
export function ColumnRepeatItem({ block, structure }: ItemsProps) {
  const table = useTable(block);
  const t = useTranslations("designerTable.repeat");
  const selection = useDesigner((snapshot) => snapshot.selection);
  const heads = (table === undefined ? [] : selectedBoxes(table, selection)).flatMap(({ column }) =>
    column.kind === "group" ? [column] : [],
  );
  const isRepeated = heads.length > 0 && heads.every(({ repeat }) => repeat !== undefined);
  return (
    <Menu.CheckboxItem
      checked={isRepeated}
      disabled={heads.length === 0}
      closeMenuOnClick
      onChange={() =>
        structure.step(
          repeatCommand(
            heads.map(({ id }) => ({ kind: "column", block, column: id })),
            isRepeated ? undefined : "units",
            "",
          ),
          undefined,
        )
      }
    >
      {t("units")}
    </Menu.CheckboxItem>
  );
}

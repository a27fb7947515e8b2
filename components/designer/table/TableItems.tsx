"use client";

import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Table } from "@/lib/template";
import type { Look } from "./columnWidths";
import { numberingRowCommand } from "./settings";
import type { Structure } from "./useStructure";

export interface TableLook {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

const tick = (on: boolean) => (on ? <IconCheck size={15} aria-hidden /> : <span style={{ width: 15 }} />);

/** What holds for the table as a whole: its numbering row, and how it is looked at. */
export function TableItems({ table, structure, look }: { readonly table: Table; readonly structure: Structure; readonly look: TableLook }) {
  const t = useTranslations("designerTable");
  return (
    <>
      <Menu.Item
        role="menuitemcheckbox"
        aria-checked={table.numberingRow === true}
        leftSection={tick(table.numberingRow === true)}
        onClick={() => structure.step(numberingRowCommand(table), undefined)}
      >
        {t("act.numberingRow")}
      </Menu.Item>
      <Menu.Item disabled={table.numberingRow !== true} leftSection={tick(false)} onClick={() => structure.numberColumns()}>
        {t("act.numberColumns")}
      </Menu.Item>
      <Menu.Divider />
      {(["print", "compact"] as const).map((each) => (
        <Menu.Item
          key={each}
          role="menuitemradio"
          aria-checked={look.look === each}
          leftSection={tick(look.look === each)}
          onClick={() => look.setLook(each)}
        >
          {t(`look.${each}`)}
        </Menu.Item>
      ))}
    </>
  );
}

"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Table } from "@/lib/template";
import type { Look } from "./columnWidths";
import { numberingRowCommand } from "./settings";
import type { Structure } from "./useStructure";

export interface TableLook {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

/** What holds for the table as a whole: its numbering row, and how it is looked at. */
export function TableItems({ table, structure, look }: { readonly table: Table; readonly structure: Structure; readonly look: TableLook }) {
  const t = useTranslations("designerTable");
  return (
    <>
      <Menu.CheckboxItem
        checked={table.numberingRow === true}
        closeMenuOnClick
        onChange={() => structure.step(numberingRowCommand(table), undefined)}
      >
        {t("act.numberingRow")}
      </Menu.CheckboxItem>
      <Menu.Item disabled={table.numberingRow !== true} onClick={() => structure.numberColumns()}>
        {t("act.numberColumns")}
      </Menu.Item>
      <Menu.Divider />
      {(["print", "compact"] as const).map((each) => (
        <Menu.RadioItem key={each} value={each} checked={look.look === each} closeMenuOnClick onChange={() => look.setLook(each)}>
          {t(`look.${each}`)}
        </Menu.RadioItem>
      ))}
    </>
  );
}

"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Look } from "./columnWidths";
import { numberingRowCommand } from "./settings";
import type { Structure } from "./useStructure";
import { useTable } from "./useTable";

export interface TableLook {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

/** What holds for the table as a whole: its numbering row, and how it is looked at. */
export function TableItems({
  block,
  structure,
  look,
}: {
  readonly block: string;
  readonly structure: Structure;
  readonly look: TableLook;
}) {
  const t = useTranslations("designerTable");
  const table = useTable(block);
  const isNumbered = table?.numberingRow === true;
  return (
    <>
      <Menu.CheckboxItem
        checked={isNumbered}
        closeMenuOnClick
        onChange={() => structure.step(numberingRowCommand(block, !isNumbered), undefined)}
      >
        {t("act.numberingRow")}
      </Menu.CheckboxItem>
      <Menu.Item disabled={!isNumbered} onClick={() => structure.numberColumns()}>
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

"use client";

import { Menu } from "@mantine/core";
import {
  IconCalendar,
  IconCheckbox,
  IconCursorText,
  IconFileText,
  IconListCheck,
  IconNumber123,
  IconPaperclip,
  IconPercentage,
  IconPlus,
  IconSitemap,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Field } from "@/lib/template";
import classes from "./blocks.module.css";

/** Types of fields, as designers know them. */
export const fieldTypes = [
  "text",
  "number",
  "integer",
  "percent",
  "date",
  "choice",
  "boolean",
  "unit",
  "attachment",
] as const satisfies readonly Field["type"][];

const icons: Readonly<Record<Field["type"], TablerIcon>> = {
  text: IconCursorText,
  number: IconNumber123,
  integer: IconNumber123,
  percent: IconPercentage,
  date: IconCalendar,
  choice: IconListCheck,
  boolean: IconCheckbox,
  unit: IconSitemap,
  attachment: IconPaperclip,
};

/** Adds a field, of the type that is chosen. */
export function AddField({ label, onAdd }: { readonly label: string; readonly onAdd: (type: Field["type"]) => void }) {
  const t = useTranslations("designerBlocks.field");
  return (
    <Menu position="bottom-start" shadow="md" withinPortal returnFocus={false}>
      <Menu.Target>
        <button type="button" className={classes.addPart}>
          <IconPlus size={14} aria-hidden /> {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {fieldTypes.map((type) => {
          const Icon = icons[type] ?? IconFileText;
          return (
            <Menu.Item key={type} leftSection={<Icon size={14} aria-hidden />} onClick={() => onAdd(type)}>
              {t(`type.${type}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconArchive, IconDots, IconPencil, IconRestore } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

interface CatalogueMenuProps {
  readonly name: string;
  readonly retired: boolean;
  readonly onChange: () => void;
  readonly onRetire: () => void;
}

/** What an administrator may do to a unit of measure or a field. */
export function CatalogueMenu({ name, retired, onChange, onRetire }: CatalogueMenuProps) {
  const t = useTranslations("measure.page");
  return (
    <Menu position="bottom-end" width={180} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("actsOf", { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onChange}>
          {t("change")}
        </Menu.Item>
        <Menu.Item leftSection={retired ? <IconRestore size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />} onClick={onRetire}>
          {t(retired ? "restore" : "retire")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { blockIcons, paletteGroups, useInsertBlock } from "@/components/designer/palette";
import { focusFrame } from "./frames";

interface InsertMenuProps {
  /** Before which block it is inserted, asked when it is. */
  readonly index: () => number;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** The blocks, to be inserted at a place of the page. */
export function InsertMenu({ index, children }: InsertMenuProps) {
  const t = useTranslations("designerPage");
  const insert = useInsertBlock();
  return (
    <Menu position="bottom-start" shadow="md" width={230} withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {paletteGroups.map(({ name, kinds }) => [
          <Menu.Label key={name}>{t(`palette.group.${name}`)}</Menu.Label>,
          ...kinds.map((kind) => {
            const Icon = blockIcons[kind];
            return (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={15} aria-hidden />}
                onClick={() => {
                  const [place] = insert(kind, index()) ?? [];
                  if (place?.kind === "block") focusFrame(place.block);
                }}
              >
                {t(`palette.kind.${kind}`)}
              </Menu.Item>
            );
          }),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}

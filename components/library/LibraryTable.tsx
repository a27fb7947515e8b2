"use client";

import { ActionIcon, Anchor, Menu, Table, VisuallyHidden } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { LibraryItem } from "@/lib/service/designTypes";
import type { UnitRef } from "@/lib/service/types";
import { textIn } from "@/lib/template";
import { ActItem } from "./ActItem";
import { actsOf } from "./actsOf";
import { LibraryBadges } from "./LibraryBadges";
import { LibraryDialogs } from "./LibraryDialogs";
import classes from "./library.module.css";
import type { LibraryDialog } from "./libraryDialog";
import { templateName } from "./templateName";
import { useStartDraft } from "./useStartDraft";

interface LibraryTableProps {
  readonly items: readonly LibraryItem[];
  /** Units whose libraries the actor designs. */
  readonly designed: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
}

/** Templates of the library, with what may be done with each. */
export function LibraryTable({ items, designed, sectors }: LibraryTableProps) {
  const t = useTranslations("library.list");
  const locale = useLocale();
  const format = useFormatter();
  const [dialog, setDialog] = useState<LibraryDialog>();
  const { busy, start } = useStartDraft();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("caption")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("code")}</Table.Th>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th>{t("owner")}</Table.Th>
            <Table.Th>{t("version")}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t("acts")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td className={classes.code}>
                {item.code}
                {item.formNumber ? <small>{item.formNumber}</small> : null}
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} href={`/templates/${item.id}`} fw={600}>
                  {templateName(item, locale)}
                </Anchor>
                <small className={classes.under}>
                  {[
                    item.sector ? textIn(item.sector.name, locale) : t("noSector"),
                    t(item.kind),
                    ...(item.origin ? [t("forkOf", { code: item.origin.code, version: item.origin.version })] : []),
                  ].join(" · ")}
                </small>
              </Table.Td>
              <Table.Td>{item.owner.name}</Table.Td>
              <Table.Td>
                {item.version === null ? (
                  t("unpublished")
                ) : (
                  <span className={classes.tight}>
                    {t("versionOf", { version: item.version })}
                    {item.publishedAt ? (
                      <small className={classes.under}>{format.dateTime(new Date(item.publishedAt), "day")}</small>
                    ) : null}
                  </span>
                )}
                <LibraryBadges template={item} />
              </Table.Td>
              <Table.Td ta="right">
                <Menu position="bottom-end" width={310} shadow="md">
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={32}
                      loading={busy === item.id}
                      aria-label={t("actsOf", { code: item.code })}
                    >
                      <IconDots size={18} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {actsOf(item, { designs: designed.length > 0 }).map((act) => (
                      <ActItem key={act} act={act} template={item} show={setDialog} startDraft={start} />
                    ))}
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <LibraryDialogs dialog={dialog} designed={designed} sectors={sectors} onClose={() => setDialog(undefined)} />
    </section>
  );
}

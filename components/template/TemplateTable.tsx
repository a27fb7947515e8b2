"use client";

import { Anchor, Table } from "@mantine/core";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import classes from "@/components/reportList/reportList.module.css";
import type { LibraryItem } from "@/lib/service/designTypes";
import { fillText } from "@/lib/template";

/** Templates as a table of links. */
export function TemplateTable({ items }: { readonly items: readonly LibraryItem[] }) {
  const t = useTranslations("templateView");
  const format = useFormatter();
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("caption")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("form")}</Table.Th>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th>{t("kind")}</Table.Th>
            <Table.Th>{t("owner")}</Table.Th>
            <Table.Th>{t("version")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td className={classes.tight}>{item.formNumber ?? item.code}</Table.Td>
              <Table.Td>
                <Anchor component={Link} href={`/templates/${item.id}`} fw={600}>
                  {fillText(item.title, {}, locale)}
                </Anchor>
              </Table.Td>
              <Table.Td className={classes.tight}>{t(item.kind)}</Table.Td>
              <Table.Td>{item.owner.name}</Table.Td>
              <Table.Td className={classes.tight}>
                {item.version === null ? t("draft") : t("versionOf", { version: item.version })}
                {item.publishedAt ? ` · ${t("published", { date: format.dateTime(new Date(item.publishedAt), "day") })}` : ""}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

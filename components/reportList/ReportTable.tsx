"use client";

import { Anchor, Table } from "@mantine/core";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/ui/DeadlineText";
import { StateBadge } from "@/components/ui/StateBadge";
import { parsePeriod, periodLabel } from "@/lib/period";
import type { ReportListItem } from "@/lib/service/types";
import classes from "./reportList.module.css";

interface ReportTableProps {
  readonly items: readonly ReportListItem[];
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  readonly caption: string;
}

/** Reports as a table of links. */
export function ReportTable({ items, today, caption }: ReportTableProps) {
  const t = useTranslations("reportList");
  const locale = useLocale();
  const label = (code: string): string => {
    const period = parsePeriod(code);
    return period.ok ? periodLabel(period.value, locale) : code;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("regime")}</Table.Th>
            <Table.Th>{t("period")}</Table.Th>
            <Table.Th>{t("unit")}</Table.Th>
            <Table.Th>{t("state")}</Table.Th>
            <Table.Th>{t("deadline")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                <Anchor component={Link} href={`/reports/${item.id}`} fw={600}>
                  {item.regime.name}
                </Anchor>
              </Table.Td>
              <Table.Td className={classes.tight}>{label(item.period)}</Table.Td>
              <Table.Td>{item.unit.name}</Table.Td>
              <Table.Td>
                <StateBadge state={item.state} />
              </Table.Td>
              <Table.Td className={classes.tight}>
                <DeadlineText deadline={item.deadline} today={today} late={item.late} done={item.sentAt !== null} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

"use client";

import { Anchor, Table } from "@mantine/core";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DeadlineText } from "@/components/ui/DeadlineText";
import { Meter } from "@/components/ui/Meter";
import { parsePeriod, periodLabel } from "@/lib/period";
import type { ProgressItem } from "@/lib/service/types";
import { aggregateHref } from "./aggregateHref";
import classes from "./collect.module.css";

/** Regimes and periods with what has come in. */
export function ProgressTable({ items, today }: { readonly items: readonly ProgressItem[]; readonly today: string }) {
  const t = useTranslations("collect");
  const locale = useLocale();
  const label = (code: string): string => {
    const period = parsePeriod(code);
    return period.ok ? periodLabel(period.value, locale) : code;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("caption")} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("regime")}</Table.Th>
            <Table.Th>{t("period")}</Table.Th>
            <Table.Th>{t("progress")}</Table.Th>
            <Table.Th className={classes.figure}>{t("accepted")}</Table.Th>
            <Table.Th className={classes.figure}>{t("late")}</Table.Th>
            <Table.Th>{t("deadline")}</Table.Th>
            <Table.Th>{t("total")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={`${item.regimeId} ${item.period}`}>
              <Table.Td>
                <Anchor component={Link} href={`/collect/${encodeURIComponent(item.regimeCode)}/${item.period}`} fw={600}>
                  {item.regimeName}
                </Anchor>
                {item.under ? <span className={classes.under}>{item.under.name}</span> : null}
              </Table.Td>
              <Table.Td className={classes.tight}>{label(item.period)}</Table.Td>
              <Table.Td>
                <Meter
                  value={item.received}
                  of={item.assigned}
                  label={t("received", { received: item.received, assigned: item.assigned })}
                  text={t("of", { received: item.received, assigned: item.assigned })}
                />
              </Table.Td>
              <Table.Td className={classes.figure}>{item.accepted}</Table.Td>
              <Table.Td className={classes.figure} data-late={item.late > 0 || undefined}>
                {item.late}
              </Table.Td>
              <Table.Td className={classes.tight}>
                <DeadlineText
                  deadline={item.deadline}
                  today={today}
                  late={false}
                  done={item.received === item.assigned || item.deadline < today}
                />
              </Table.Td>
              <Table.Td className={classes.tight}>
                <Anchor component={Link} href={aggregateHref(item)}>
                  {t("aggregate")}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

"use client";

import { Anchor, Drawer, Loader, NativeSelect, Table, TextInput } from "@mantine/core";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { shownText } from "@/components/grid/cellText";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { StateBadge } from "@/components/ui/StateBadge";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import type { ContributionList } from "@/lib/service/types";
import type { Text } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";
import classes from "./aggregate.module.css";
import { groupContributions, type Order } from "./groupContributions";

interface ContributionDrawerProps {
  readonly regimeId: string;
  readonly period: string;
  readonly unitId: string;
  /** The figure that is open; undefined closes the drawer. */
  readonly at: CellAddress | undefined;
  readonly form: Form;
  readonly words: (text: Text) => string;
  readonly onClose: () => void;
}

/** Rules of aggregation that the catalogue has words for. */
const rules = ["sum", "mean", "weightedMean", "min", "max", "count", "last", "none", "list"] as const;

/** What each unit gave to a figure, by district, down to the report of one commune. */
export function ContributionDrawer({ regimeId, period, unitId, at, form, words, onClose }: ContributionDrawerProps) {
  const t = useTranslations("aggregateView");
  const locale = useLocale();
  const [list, setList] = useState<ContributionList | undefined>(undefined);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<Order>("value");

  useEffect(() => {
    if (at === undefined) return;
    const stop = new AbortController();
    setList(undefined);
    setProblems([]);
    const query = new URLSearchParams({ at, unitId });
    void callApi<ContributionList>("GET", `/aggregates/${regimeId}/${period}/contributions?${query}`, undefined, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        if (answer.ok) setList(answer.value);
        else setProblems(answer.error.problems);
      },
    );
    return () => stop.abort();
  }, [at, regimeId, period, unitId]);

  const cell = at === undefined ? undefined : form.index(at);
  const info = cell === undefined ? undefined : form.info(cell);
  const show = (value: CellValue): string => (info ? shownText(info, value, locale) : String(value ?? ""));
  const known = rules.find((rule) => rule === list?.rule);
  const groups = list
    ? groupContributions(
        list.contributions.filter(({ unit, district }) =>
          foldVietnamese(`${unit.name} ${district?.name ?? ""}`).includes(foldVietnamese(search)),
        ),
        order,
      )
    : [];

  return (
    <Drawer
      opened={at !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={t("drawer")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
      {list === undefined && problems.length === 0 ? <Loader size="sm" role="status" aria-label={t("loading")} /> : null}
      {list ? (
        <>
          <dl className={classes.figure}>
            <div>
              <dt>{t("row")}</dt>
              <dd>
                {words(list.row)} – {words(list.column)}
              </dd>
            </div>
            <div>
              <dt>{t("total")}</dt>
              <dd className={classes.total}>
                {show(list.total) || t("blank")} {info?.unit ?? ""}
              </dd>
            </div>
            <div>
              <dt className={classes.hiddenTerm}>{t("rule", { rule: "" })}</dt>
              <dd>{t("rule", { rule: t(`rules.${known ?? "computed"}`) })}</dd>
            </div>
          </dl>
          <div className={classes.tools}>
            <TextInput
              aria-label={t("search")}
              placeholder={t("search")}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <NativeSelect
              aria-label={t("sort")}
              value={order}
              onChange={(event) => setOrder(event.currentTarget.value === "name" ? "name" : "value")}
              data={[
                { value: "value", label: t("sortValue") },
                { value: "name", label: t("sortName") },
              ]}
            />
          </div>
          <Table verticalSpacing={3} horizontalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("unit")}</Table.Th>
                <Table.Th>{t("state")}</Table.Th>
                <Table.Th ta="right">{t("value")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            {groups.map((group) => (
              <Table.Tbody key={group.district?.id ?? ""}>
                {group.district ? (
                  <Table.Tr className={classes.district}>
                    <th colSpan={2} scope="rowgroup">
                      {group.district.name}
                    </th>
                    <td>{known === "sum" && group.sum !== undefined ? show(group.sum) : ""}</td>
                  </Table.Tr>
                ) : null}
                {group.contributions.map(({ unit, reportId, state, value }) => (
                  <Table.Tr key={unit.id}>
                    <Table.Td>
                      {reportId ? (
                        <Anchor component={Link} href={`/reports/${reportId}`}>
                          {unit.name}
                        </Anchor>
                      ) : (
                        unit.name
                      )}
                    </Table.Td>
                    <Table.Td>{state ? <StateBadge state={state} /> : null}</Table.Td>
                    <Table.Td ta="right">
                      {value === null ? (
                        <span className={classes.blank}>{state === "sent" || state === "accepted" ? t("blank") : t("none")}</span>
                      ) : (
                        show(value)
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            ))}
          </Table>
        </>
      ) : null}
    </Drawer>
  );
}

"use client";

import { Anchor, Button, Group, Modal, SegmentedControl, Stack, Table, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFilterOff, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmWithReason } from "@/components/ui/ConfirmWithReason";
import { DeadlineText } from "@/components/ui/DeadlineText";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemList } from "@/components/ui/ProblemList";
import { StateBadge } from "@/components/ui/StateBadge";
import type { Problem } from "@/lib/problem";
import type { ProgressDetail, ReportDetail, TransitionOutput, UnitProgress } from "@/lib/service/types";
import { foldVietnamese } from "@/lib/unit";
import classes from "./collect.module.css";

interface UnitBoardProps {
  readonly groups: ProgressDetail["groups"];
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether this account receives reports (accepts and returns them). */
  readonly receives: boolean;
}

type Show = "all" | "missing" | "sent" | "late";

const wanted = (duty: UnitProgress, show: Show): boolean => {
  switch (show) {
    case "all":
      return true;
    case "missing":
      return duty.state !== "sent" && duty.state !== "accepted";
    case "sent":
      return duty.state === "sent";
    case "late":
      return duty.late;
  }
};

/** Units by district with the state of their reports; accepts and returns them. */
export function UnitBoard({ groups, today, receives }: UnitBoardProps) {
  const t = useTranslations("collect");
  const format = useFormatter();
  const router = useRouter();
  const [search, setSearch] = useState("");
  const [show, setShow] = useState<Show>("all");
  const [act, setAct] = useState<{ readonly kind: "accept" | "return"; readonly duty: UnitProgress } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const words = foldVietnamese(search);
  const shown = groups
    .map((group) => ({
      ...group,
      shown: group.units.filter(
        (duty) => wanted(duty, show) && foldVietnamese(`${duty.unit.name} ${group.over?.name ?? ""}`).includes(words),
      ),
    }))
    .filter((group) => group.shown.length > 0);

  const close = () => {
    if (busy) return;
    setAct(undefined);
    setProblems([]);
  };
  const perform = async (reason?: string) => {
    if (!act) return;
    setBusy(true);
    const path = `/reports/${act.duty.reportId}`;
    // The act names the revision that it decides on: the report is read at this moment.
    const read = await callApi<Pick<ReportDetail, "revision">>("GET", path);
    const answer = read.ok
      ? await callApi<TransitionOutput>("POST", `${path}/transitions`, { action: act.kind, revision: read.value.revision, reason })
      : read;
    setBusy(false);
    if (!answer.ok) {
      setProblems(answer.error.problems);
      return;
    }
    notifications.show({ message: t(act.kind === "accept" ? "acceptedNotice" : "returnedNotice", { unit: act.duty.unit.name }) });
    setAct(undefined);
    setProblems([]);
    router.refresh();
  };

  return (
    <>
      <div className={classes.bar}>
        <TextInput
          label={t("searchLabel")}
          placeholder={t("unitSearch")}
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div>
          <Text size="sm" fw={500} id="show-label" mb={2}>
            {t("show")}
          </Text>
          <SegmentedControl
            aria-labelledby="show-label"
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={[
              { value: "all", label: t("all") },
              { value: "missing", label: t("onlyMissing") },
              { value: "sent", label: t("onlySent") },
              { value: "late", label: t("onlyLate") },
            ]}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noUnits")} hint={t("noUnitsHint")} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
        <section className={classes.scroll} aria-label={t("title")} tabIndex={0}>
          <Table highlightOnHover verticalSpacing={4} horizontalSpacing="sm" className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("unit")}</Table.Th>
                <Table.Th>{t("state")}</Table.Th>
                <Table.Th>{t("sentAt")}</Table.Th>
                <Table.Th>{t("deadline")}</Table.Th>
                {receives ? <Table.Th className={classes.figure}>{t("actions")}</Table.Th> : null}
              </Table.Tr>
            </Table.Thead>
            {shown.map((group) => (
              <Table.Tbody key={group.over?.id ?? ""}>
                <Table.Tr className={classes.district}>
                  <th colSpan={receives ? 5 : 4} scope="rowgroup">
                    {t("district", { name: group.over?.name ?? t("directly"), received: group.received, total: group.units.length })}
                  </th>
                </Table.Tr>
                {group.shown.map((duty) => (
                  <Table.Tr key={duty.reportId}>
                    <Table.Td>
                      <Anchor component={Link} href={`/reports/${duty.reportId}`}>
                        {duty.unit.name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>
                      <StateBadge state={duty.state} />
                    </Table.Td>
                    <Table.Td className={classes.tight}>{duty.sentAt ? format.dateTime(new Date(duty.sentAt), "moment") : "–"}</Table.Td>
                    <Table.Td className={classes.tight}>
                      <DeadlineText deadline={duty.deadline} today={today} late={duty.late} done={duty.sentAt !== null} />
                    </Table.Td>
                    {receives ? (
                      <Table.Td>
                        {duty.state === "sent" ? (
                          <div className={classes.acts}>
                            <Button
                              size="compact-sm"
                              aria-label={t("acceptOf", { unit: duty.unit.name })}
                              onClick={() => setAct({ kind: "accept", duty })}
                            >
                              {t("accept")}
                            </Button>
                            <Button
                              size="compact-sm"
                              variant="default"
                              aria-label={t("returnOf", { unit: duty.unit.name })}
                              onClick={() => setAct({ kind: "return", duty })}
                            >
                              {t("return")}
                            </Button>
                          </div>
                        ) : null}
                      </Table.Td>
                    ) : null}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            ))}
          </Table>
        </section>
      )}
      {act?.kind === "return" ? (
        <ConfirmWithReason
          opened
          title={t("returnTitle", { unit: act.duty.unit.name })}
          explanation={t("returnHint")}
          confirm={t("return")}
          problems={problems}
          busy={busy}
          onConfirm={(reason) => void perform(reason)}
          onClose={close}
        />
      ) : null}
      <Modal
        opened={act?.kind === "accept"}
        onClose={close}
        title={t("acceptTitle", { unit: act?.duty.unit.name ?? "" })}
        closeButtonProps={{ "aria-label": t("cancel") }}
      >
        <Stack gap="sm">
          <Text>{t("acceptHint")}</Text>
          {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button loading={busy} data-autofocus onClick={() => void perform()}>
              {t("accept")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

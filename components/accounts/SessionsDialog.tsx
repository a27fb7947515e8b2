"use client";

import { Button, Group, Loader, Modal, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { SessionTable } from "@/components/account/SessionTable";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import type { Problem } from "@/lib/problem";
import type { AccountItem, SessionItem } from "@/lib/service/types";

interface SessionsDialogProps {
  readonly account: AccountItem;
  readonly onClose: () => void;
}

/** Where an account is signed in, and the means to end it. */
export function SessionsDialog({ account, onClose }: SessionsDialogProps) {
  const t = useTranslations("accounts.sessions");
  const [sessions, setSessions] = useState<readonly SessionItem[]>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [ending, setEnding] = useState<string>();
  const path = `/accounts/${account.id}/sessions`;

  const load = useCallback(async () => {
    const answer = await callApi<readonly SessionItem[]>("GET", path);
    if (answer.ok) setSessions(answer.value);
    else setProblems(answer.error.problems);
  }, [path]);
  useEffect(() => {
    load();
  }, [load]);

  const end = async (session: SessionItem | undefined) => {
    setEnding(session?.id ?? "all");
    const answer = await callApi("DELETE", session ? `${path}/${session.id}` : path);
    if (!answer.ok) setProblems(answer.error.problems);
    await load();
    setEnding(undefined);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("title", { username: account.username })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="sm">
        {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
        {sessions === undefined ? (
          problems.length > 0 ? null : (
            <Group justify="center" p="lg">
              <Loader size="sm" role="status" aria-label={t("loading")} />
            </Group>
          )
        ) : sessions.length === 0 ? (
          <Text c="dimmed">{t("none")}</Text>
        ) : (
          <SessionTable sessions={sessions} ending={ending} onEnd={end} />
        )}
        <Group justify="flex-end" gap="xs">
          {sessions && sessions.length > 0 ? (
            <Button variant="default" loading={ending === "all"} onClick={() => end(undefined)}>
              {t("endAll")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { ApiFailure } from "./apiClient";
import { ProblemList } from "./ProblemList";

interface ConfirmActProps<T> {
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  readonly tone?: "danger";
  readonly act: () => Promise<Result<T, ApiFailure>>;
  readonly onClose: () => void;
  readonly onDone: (value: T) => void;
}

/** Asks before an act, and shows why it failed when it did. */
export function ConfirmAct<T>({ title, explanation, confirm, tone, act, onClose, onDone }: ConfirmActProps<T>) {
  const t = useTranslations("shell.reason");
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async () => {
    setBusy(true);
    const answer = await act();
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.error.problems);
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <Stack gap="sm">
        <Text>{explanation}</Text>
        {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("cancel")}
          </Button>
          <Button color={tone === "danger" ? "red" : undefined} loading={busy} onClick={run}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

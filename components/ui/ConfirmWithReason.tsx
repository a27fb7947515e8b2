"use client";

import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Problem } from "@/lib/problem";
import { ProblemList } from "./ProblemList";

interface ConfirmWithReasonProps {
  readonly opened: boolean;
  readonly title: string;
  readonly explanation?: string;
  readonly confirm: string;
  /** Problems of the last attempt. */
  readonly problems?: readonly Problem[];
  readonly busy: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason of an act that needs one (reject, return, reopen). */
export function ConfirmWithReason({
  opened,
  title,
  explanation,
  confirm,
  problems = [],
  busy,
  onConfirm,
  onClose,
}: ConfirmWithReasonProps) {
  const t = useTranslations("shell.reason");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim().normalize("NFC");
    setMissing(text === "");
    if (text !== "") onConfirm(text);
  };

  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {explanation ? <Text>{explanation}</Text> : null}
          <Textarea
            label={t("label")}
            placeholder={t("placeholder")}
            required
            withAsterisk
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            data-autofocus
            value={reason}
            error={missing ? t("missing") : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

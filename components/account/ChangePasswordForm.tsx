"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { useSay } from "@/components/ui/useSay";
import { checkNewPassword } from "@/lib/auth/passwordPolicy";
import type { Problem } from "@/lib/problem";
import { PasswordField } from "./PasswordField";

interface ChangePasswordFormProps {
  readonly username: string;
  /** Absent where the change is forced. */
  readonly onCancel?: () => void;
  readonly onDone: () => void;
}

/** The present password, the new one, the new one again; the same rules as the server's are told while leaving a field. */
export function ChangePasswordForm({ username, onCancel, onDone }: ChangePasswordFormProps) {
  const t = useTranslations("account.passwordForm");
  const say = useSay();
  const [currentPassword, setCurrentPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const [again, setAgain] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [mismatch, setMismatch] = useState(false);
  const [busy, setBusy] = useState(false);

  const at = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.at === place);
    return found && say(found);
  };
  const drop = (place: string) => setProblems((known) => known.filter((problem) => problem.at !== place && problem.at !== ""));
  const checkNew = (): boolean => {
    const found = newPassword === "" ? [] : checkNewPassword(newPassword, { username });
    setProblems((known) => [...known.filter((problem) => problem.at !== "/newPassword"), ...found]);
    return found.length === 0;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const differs = again !== newPassword;
    setMismatch(differs);
    if (!checkNew() || differs) return;
    setBusy(true);
    const answer = await callApi("PUT", "/account/password", { currentPassword, newPassword });
    setBusy(false);
    if (answer.ok) onDone();
    else setProblems(answer.error.problems);
  };

  const general = problems.filter(({ at: place }) => place !== "/newPassword" && place !== "/currentPassword");
  return (
    <form method="post" onSubmit={submit}>
      {/* For password managers, which otherwise do not know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Stack gap="md">
        {general.map((problem) => (
          <Alert key={problem.code} color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
            {say(problem)}
          </Alert>
        ))}
        <PasswordField
          label={t("current")}
          value={currentPassword}
          onChange={(event) => {
            setCurrentPassword(event.currentTarget.value);
            drop("/currentPassword");
          }}
          error={at("/currentPassword")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordField
          label={t("new")}
          description={t("rule")}
          value={newPassword}
          onChange={(event) => {
            setNewPassword(event.currentTarget.value);
            drop("/newPassword");
          }}
          onBlurCapture={checkNew}
          error={at("/newPassword")}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <PasswordField
          label={t("again")}
          value={again}
          onChange={(event) => {
            setAgain(event.currentTarget.value);
            setMismatch(false);
          }}
          error={mismatch ? t("mismatch") : undefined}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <Group justify="flex-end" gap="sm" mt="xs">
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t("cancel")}
            </Button>
          ) : null}
          <Button type="submit" loading={busy}>
            {t("submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

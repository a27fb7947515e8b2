"use client";

import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { onSignedOut } from "@/components/ui/apiClient";

/** Asks for the password over the page as it stands when the session has ended, so that nothing typed is lost. */
export function SignInAgain({ username }: { readonly username: string }) {
  const t = useTranslations("shell.again");
  const [opened, setOpened] = useState(false);
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const waiting = useRef<((done: boolean) => void)[]>([]);

  useEffect(
    () =>
      onSignedOut(
        () =>
          new Promise<boolean>((resolve) => {
            waiting.current.push(resolve);
            setOpened(true);
          }),
      ),
    [],
  );

  const settle = (done: boolean) => {
    setOpened(false);
    setPassword("");
    setWrong(false);
    for (const resolve of waiting.current.splice(0)) resolve(done);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await signIn("credentials", { username, password, redirect: false }).catch(() => undefined);
    setBusy(false);
    if (answer?.ok && !answer.error) settle(true);
    else setWrong(true);
  };

  return (
    <Modal opened={opened} onClose={() => settle(false)} title={t("title")} closeButtonProps={{ "aria-label": t("later") }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text>{t("explanation")}</Text>
          <TextInput label={t("username")} value={username} readOnly autoComplete="username" />
          <PasswordInput
            label={t("password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrong ? t("wrong") : undefined}
            autoComplete="current-password"
            required
            data-autofocus
            visibilityToggleButtonProps={{ "aria-label": t("show") }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => settle(false)}>
              {t("later")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("signIn")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

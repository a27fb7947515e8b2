"use client";

import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { signIn } from "next-auth/react";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { readSignInFault, type SignInFault } from "@/lib/auth/signInFault";
import type { Locale } from "@/lib/messages";
import { PasswordField } from "./PasswordField";

interface SignInFormProps {
  /** Path of our own to go to afterwards. */
  readonly next: string;
  /** Whether the reader was signed in before and the session has ended. */
  readonly expired: boolean;
  /** The language that was chosen on this device, now or before: it is kept with the account. */
  readonly chosen: Locale | undefined;
}

type Fault = SignInFault | { readonly kind: "unreachable" };

/** Name and password; says what was wrong and lets the password be typed again. */
export function SignInForm({ next, expired, chosen }: SignInFormProps) {
  const t = useTranslations("signIn");
  const format = useFormatter();
  const passwordInput = useRef<HTMLInputElement>(null);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    const answer = await signIn("credentials", { username, password, ...(chosen ? { locale: chosen } : {}), redirect: false }).catch(
      () => undefined,
    );
    if (answer?.ok && !answer.error) {
      window.location.assign(next);
      return;
    }
    setBusy(false);
    setFault((answer?.error ? readSignInFault(answer.error) : undefined) ?? { kind: "unreachable" });
    passwordInput.current?.select();
    passwordInput.current?.focus();
  };

  const sentence = (it: Fault): string =>
    it.kind === "locked" ? t("locked", { time: format.dateTime(new Date(it.until), "time") }) : t(it.kind);

  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="md">
        {fault ? (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
            {sentence(fault)}
          </Alert>
        ) : expired ? (
          <Alert color="navy" variant="light" icon={<IconInfoCircle size={18} aria-hidden />} role="status">
            {t("expired")}
          </Alert>
        ) : null}
        <TextInput
          label={t("username")}
          name="username"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus
          size="md"
        />
        <PasswordField
          ref={passwordInput}
          label={t("password")}
          name="password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" loading={busy} size="md" fullWidth mt="xs">
          {t("submit")}
        </Button>
      </Stack>
    </form>
  );
}

"use client";

import { Anchor, Group } from "@mantine/core";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { ChangePasswordForm } from "./ChangePasswordForm";

interface ChangePasswordHereProps {
  readonly username: string;
  readonly forced: boolean;
}

/** The form on a page of its own: afterwards home; a forced change can only be left by signing out. */
export function ChangePasswordHere({ username, forced }: ChangePasswordHereProps) {
  const t = useTranslations("account.passwordForm");
  // A full load: the frame around every page depends on what has just changed.
  const home = () => window.location.assign("/");
  return (
    <>
      <ChangePasswordForm username={username} onDone={home} onCancel={forced ? undefined : () => window.history.back()} />
      {forced ? (
        <Group justify="flex-end" mt="lg">
          <Anchor component="button" type="button" size="sm" onClick={() => signOut({ callbackUrl: "/sign-in" })}>
            {t("signOut")}
          </Anchor>
        </Group>
      ) : null}
    </>
  );
}

"use client";

import { Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangePasswordForm } from "./ChangePasswordForm";

/** Changing one's own password, opened when it is wished. */
export function OwnPassword({ username }: { readonly username: string }) {
  const t = useTranslations("account");
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  if (!opened) {
    return (
      <Stack gap="sm" align="flex-start">
        <Text c="dimmed">{t("passwordHint")}</Text>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t("changePassword")}
        </Button>
      </Stack>
    );
  }
  return (
    <ChangePasswordForm
      username={username}
      onCancel={() => setOpened(false)}
      onDone={() => {
        setOpened(false);
        notifications.show({ message: t("passwordChanged") });
        router.refresh();
      }}
    />
  );
}

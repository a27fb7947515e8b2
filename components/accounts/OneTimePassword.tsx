"use client";

import { Button, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

interface OneTimePasswordProps {
  readonly username: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** Shows a one-time password this once. It closes by its button alone, so that a stray click does not lose it. */
export function OneTimePassword({ username, password, onClose }: OneTimePasswordProps) {
  const t = useTranslations("accounts.oneTime");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("title", { username })}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text>{t("explanation")}</Text>
        <Group gap="sm">
          <Code fz="lg" px="md" py="xs">
            {password}
          </Code>
          <CopyButton value={password} timeout={2000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                onClick={copy}
              >
                <span aria-live="polite">{t(copied ? "copied" : "copy")}</span>
              </Button>
            )}
          </CopyButton>
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {t("done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

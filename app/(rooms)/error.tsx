"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";

/** A page that failed: what to do, and the code under which the server's log has it. */
export default function RoomsError({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  const t = useTranslations("shell.error");
  return (
    <Page>
      <EmptyState
        heading={1}
        icon={<IconAlertTriangle size={36} stroke={1.5} />}
        title={t("title")}
        hint={t("hint", { digest: error.digest ?? "–" })}
        action={<Button onClick={reset}>{t("retry")}</Button>}
      />
    </Page>
  );
}

"use client";

import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import type { Problem } from "@/lib/problem";
import type { SessionItem } from "@/lib/service/types";
import { SessionTable } from "./SessionTable";

/** Where one is signed in oneself. */
export function OwnSessions({ sessions }: { readonly sessions: readonly SessionItem[] }) {
  const t = useTranslations("account");
  const router = useRouter();
  const [ending, setEnding] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const end = async (session: SessionItem | undefined) => {
    setEnding(session?.id ?? "others");
    const answer = await callApi<{ ended: number } | undefined>(
      "DELETE",
      session ? `/account/sessions/${session.id}` : "/account/sessions",
    );
    setEnding(undefined);
    setProblems(answer.ok ? [] : answer.error.problems);
    if (answer.ok) notifications.show({ message: t("ended", { count: answer.value?.ended ?? 1 }) });
    router.refresh();
  };

  return (
    <Stack gap="sm">
      {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
      <SessionTable sessions={sessions} ending={ending} onEnd={end} />
      {sessions.some(({ current }) => !current) ? (
        <Group>
          <Button variant="default" loading={ending === "others"} onClick={() => end(undefined)}>
            {t("endOthers")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

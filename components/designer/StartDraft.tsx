"use client";

import { Button, Group } from "@mantine/core";
import { IconPencilPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { callApi } from "@/components/ui/apiClient";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemList } from "@/components/ui/ProblemList";
import { TextLink } from "@/components/ui/TextLink";
import type { Problem } from "@/lib/problem";

/** A template of which no draft stands: begins one out of the version in force. */
export function StartDraft({ templateId }: { readonly templateId: string }) {
  const t = useTranslations("designer.noDraft");
  const router = useRouter();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [isLoading, startTransition] = useTransition();
  const start = async () => {
    setAsking(true);
    const answer = await callApi("POST", `/templates/${templateId}/draft`);
    setAsking(false);
    if (answer.ok) startTransition(() => router.refresh());
    else setProblems(answer.error.problems);
  };
  return (
    <>
      {problems.length > 0 ? <ProblemList title={t("failed")} problems={problems} /> : null}
      <EmptyState
        heading={1}
        icon={<IconPencilPlus size={36} stroke={1.5} />}
        title={t("title")}
        hint={t("hint")}
        action={
          <Group gap="md" justify="center">
            <Button loading={isAsking || isLoading} onClick={() => void start()}>
              {t("start")}
            </Button>
            <TextLink href={`/templates/${templateId}`}>{t("view")}</TextLink>
          </Group>
        }
      />
    </>
  );
}

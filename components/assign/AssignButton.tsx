"use client";

import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AssignDialog } from "./AssignDialog";

interface AssignButtonProps {
  readonly templateId: string;
  readonly variant?: "filled" | "default";
}

/** Giao báo cáo: assigns a published template to units; its dialog says why where this account cannot. */
export function AssignButton({ templateId, variant = "default" }: AssignButtonProps) {
  const t = useTranslations("regime.assign");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant={variant} leftSection={<IconSend size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t("open")}
      </Button>
      {opened ? <AssignDialog templateId={templateId} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

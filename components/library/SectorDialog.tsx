"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import type { Problem } from "@/lib/problem";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { LibraryItem } from "@/lib/service/designTypes";
import { SectorSelect } from "./SectorSelect";

interface SectorDialogProps {
  readonly template: LibraryItem;
  readonly sectors: readonly SectorItem[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Sorts a template under a field of administration. */
export function SectorDialog({ template, sectors, onClose, onDone }: SectorDialogProps) {
  const t = useTranslations("library.ask");
  const form = useTranslations("library.new");
  const [sectorCode, setSectorCode] = useState<string | null>(template.sector?.code ?? null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await callApi("PATCH", `/templates/${template.id}`, { sectorCode });
    setBusy(false);
    if (answer.ok) onDone();
    else setProblems(answer.error.problems);
  };
  return (
    <Modal opened onClose={onClose} title={t("sectorTitle", { code: template.code })} closeButtonProps={{ "aria-label": form("close") }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {problems.length > 0 ? <ProblemList title={form("failed")} problems={problems} /> : null}
          <SectorSelect
            label={form("sector")}
            sectors={sectors}
            value={sectorCode}
            onChange={setSectorCode}
            nothingFoundMessage={form("noSectorFound")}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {form("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

"use client";

import { Button, Group, Modal, NumberInput, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { ProblemList } from "@/components/ui/ProblemList";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import type { SectorItem } from "@/lib/service/catalogueTypes";

interface SectorDialogProps {
  /** The field to change; absent to make one. */
  readonly sector?: SectorItem;
  /** Place of a new one: after all others. */
  readonly nextPosition: number;
  readonly onClose: () => void;
  readonly onDone: (sector: SectorItem) => void;
}

const placesShown = ["/code", "/name/vi", "/to/name/vi"];

/** What a change of a field starts from, or makes of it. */
export const sectorContent = ({ name, position, retired }: SectorItem): Omit<SectorItem, "code"> => ({ name, position, retired });

/** Makes a field of administration or changes one. */
export function SectorDialog({ sector, nextPosition, onClose, onDone }: SectorDialogProps) {
  const t = useTranslations("measure.form");
  const say = useSay();
  const [code, setCode] = useState(sector?.code ?? "");
  const [vi, setVi] = useState(sector?.name.vi ?? "");
  const [en, setEn] = useState(sector?.name.en ?? "");
  const [position, setPosition] = useState(sector?.position ?? nextPosition);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const at = (...places: readonly string[]): string | undefined => {
    const found = problems.find((problem) => places.includes(problem.at));
    return found && say(found);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const name = { vi: vi.trim(), ...(en.trim() === "" ? {} : { en: en.trim() }) };
    const answer = sector
      ? await callApi<SectorItem>("PATCH", `/sectors/${sector.code}`, {
          from: sectorContent(sector),
          to: { name, position, retired: sector.retired },
        })
      : await callApi<SectorItem>("POST", "/sectors", { code, name, position });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setProblems(answer.error.problems);
  };

  const general = problems.filter((problem) => !placesShown.includes(problem.at));
  return (
    <Modal
      opened
      onClose={onClose}
      title={sector ? t("changeSector", { code: sector.code }) : t("createSector")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {general.length > 0 ? <ProblemList title={t("failed")} problems={general} /> : null}
          {sector ? null : (
            <TextInput
              label={t("code")}
              description={t("codeRule")}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
              error={at("/code")}
              pattern="[A-Z][A-Z0-9_]{0,19}"
              title={t("codeRule")}
              maxLength={20}
              autoComplete="off"
              required
              data-autofocus
            />
          )}
          <TextInput
            label={t("vi")}
            value={vi}
            onChange={(event) => setVi(event.currentTarget.value)}
            error={at("/name/vi", "/to/name/vi")}
            maxLength={200}
            required
            data-autofocus={sector ? true : undefined}
          />
          <TextInput label={t("en")} value={en} onChange={(event) => setEn(event.currentTarget.value)} maxLength={200} lang="en" />
          <NumberInput
            label={t("position")}
            value={position}
            onChange={(value) => setPosition(typeof value === "number" ? value : 0)}
            min={0}
            max={10_000}
            clampBehavior="strict"
            allowDecimal={false}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {t(sector ? "save" : "make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
